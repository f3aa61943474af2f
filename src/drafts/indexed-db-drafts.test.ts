import 'fake-indexeddb/auto'
import { createStore, keys, set } from 'idb-keyval'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyDraft } from '../core/task-draft.ts'
import { draftKeptMs, indexedDbDrafts, keptDraftsLimit } from './indexed-db-drafts.ts'
import type { KeptDraft } from './kept-draft.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }
const call = { contactId: 'call', channel: 'voice', state: 'connected', stateSince: 1 } as const

const draft = (id: string, more: Partial<KeptDraft> = {}): KeptDraft => ({
  id,
  contact: call,
  isTyped: false,
  isBegun: true,
  isDecided: false,
  isSent: false,
  turn: 3,
  values: {
    ...emptyDraft,
    name: 'שלום 👋',
    references: [{ name: 'Order', type: 'NUMBER', value: '1' }],
    attributes: [{ key: '__proto__', value: 'é' }],
  },
  ...more,
})

// Each test has a database of its own, as each browser has.
let database: string
beforeEach(() => {
  database = crypto.randomUUID()
})
const storeAt = (now: number) => indexedDbDrafts(() => now, database)

describe('drafts in the browser', () => {
  it('come back as they were', async () => {
    await storeAt(0).save(ana, draft('one'))

    expect(await storeAt(1).load(ana)).toEqual([draft('one')])
  })

  it('are nobody else’s', async () => {
    await storeAt(0).save(ana, draft('one'))

    expect(await storeAt(0).load({ ...ana, subject: 'ben' })).toEqual([])
    expect(await storeAt(0).load({ ...ana, subject: 'an' })).toEqual([])
    expect(await storeAt(0).load({ ...ana, issuer: 'https://other.example' })).toEqual([])
  })

  it('are gone once forgotten', async () => {
    const { contact: _none, ...unlinked } = draft('one')
    await storeAt(0).save(ana, unlinked)
    await storeAt(0).forget(ana, unlinked)

    expect(await storeAt(0).load(ana)).toEqual([])
  })

  it('are deleted when nobody touched them for a week', async () => {
    await storeAt(0).save(ana, draft('old'))
    await storeAt(1).save(ana, draft('new'))

    expect((await storeAt(draftKeptMs).load(ana)).map(({ id }) => id)).toEqual(['new'])
    expect((await storeAt(2).load(ana)).map(({ id }) => id)).toEqual(['new'])
  })

  it('are bounded: the oldest go first', async () => {
    const ids = Array.from({ length: keptDraftsLimit + 1 }, (_, index) => `draft ${index}`)
    await Promise.all(ids.map((id, index) => storeAt(index).save(ana, draft(id))))

    const kept = (await storeAt(keptDraftsLimit).load(ana)).map(({ id }) => id)
    expect(kept).toHaveLength(keptDraftsLimit)
    expect(kept).not.toContain('draft 0')
  })

  it('that cannot be read are deleted, and cost the others nothing', async () => {
    await storeAt(0).save(ana, draft('one'))
    const raw = createStore(database, 'drafts')
    await set([ana.issuer, ana.subject, 'call', 'odd'], { version: 9, keptAt: 0 }, raw)

    expect((await storeAt(0).load(ana)).map(({ id }) => id)).toEqual(['one'])
    expect(await keys(raw)).toHaveLength(1)
  })
})
