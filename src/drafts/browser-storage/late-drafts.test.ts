import { describe, expect, it } from 'vitest'
import type { DraftRecords, DraftStore } from '../draft-store.ts'
import { storeInMemory } from '../drafts-harness.ts'
import { lateDrafts } from './late-drafts.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }

const call = { name: 'Call back' }

/** Writes the record, and returns the earlier records. */
async function writeTo(drafts: DraftStore, name: string, value: unknown) {
  let before: DraftRecords = new Map()
  await drafts.change(ana, (records) => {
    before = records
    return new Map([[name, value]])
  })
  return before
}

describe('a store that is loaded with its first use', () => {
  it('is loaded by the first use, and only once', async () => {
    let fetches = 0
    const drafts = lateDrafts(async () => {
      fetches += 1
      return storeInMemory().store
    })
    expect(fetches).toBe(0)

    await Promise.all([writeTo(drafts, 'one', call), writeTo(drafts, 'two', call)])

    expect([...(await writeTo(drafts, 'one', undefined)).keys()]).toEqual(['one', 'two'])
    expect([...(await writeTo(drafts, 'one', call)).keys()]).toEqual(['two'])
    expect(fetches).toBe(1)
  })

  it('fails while it cannot be loaded, and tries again with the next use', async () => {
    const { store } = storeInMemory()
    let isOffline = true
    const drafts = lateDrafts(async () => {
      if (isOffline) throw new Error('offline')
      return store
    })

    await expect(writeTo(drafts, 'one', call)).rejects.toThrow('offline')
    isOffline = false
    await writeTo(drafts, 'one', call)

    expect([...(await writeTo(store, 'one', call)).keys()]).toEqual(['one'])
  })
})
