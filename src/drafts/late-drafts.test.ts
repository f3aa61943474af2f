import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../core/task-draft.ts'
import type { DraftStore } from './draft-store.ts'
import type { KeptDraft } from './kept-draft.ts'
import { lateDrafts } from './late-drafts.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }

const draft: KeptDraft = {
  id: 'one',
  kind: 'task',
  phase: 'begun',
  contactChoice: 'open',
  turn: 1,
  content: { ...emptyDraft, name: 'Call back' },
}

function storeInMemory(): DraftStore {
  const kept = new Map<string, KeptDraft>()
  return {
    load: async () => [...kept.values()],
    save: async (_account, each) => void kept.set(each.id, each),
    forget: async (_account, { id }) => void kept.delete(id),
  }
}

describe('a store that is loaded with its first use', () => {
  it('is loaded by the first use, and only once', async () => {
    let fetches = 0
    const drafts = lateDrafts(async () => {
      fetches += 1
      return storeInMemory()
    })
    expect(fetches).toBe(0)

    await Promise.all([drafts.load(ana), drafts.save(ana, draft)])

    expect(await drafts.load(ana)).toEqual([draft])
    await drafts.forget(ana, draft)
    expect(await drafts.load(ana)).toEqual([])
    expect(fetches).toBe(1)
  })

  it('fails while it cannot be loaded, and tries again with the next use', async () => {
    const store = storeInMemory()
    const answers = [Promise.reject(new Error('offline')), Promise.resolve(store)]
    const drafts = lateDrafts(() => answers.shift() ?? Promise.resolve(store))

    await expect(drafts.save(ana, draft)).rejects.toThrow('offline')
    await drafts.save(ana, draft)

    expect(await store.load(ana)).toEqual([draft])
  })
})
