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

  it('are one where a page went while it was moving one to another contact', async () => {
    const chat = { ...call, contactId: 'chat', channel: 'chat' } as const
    await storeAt(0).save(ana, draft('one'))
    await storeAt(1).save(ana, draft('one', { contact: chat }))

    expect(await storeAt(2).load(ana)).toEqual([draft('one', { contact: chat })])
    expect(await keys(createStore(database, 'drafts'))).toHaveLength(1)
  })

  it('are deleted when nobody touched them for a week', async () => {
    await storeAt(0).save(ana, draft('old'))
    await storeAt(1).save(ana, draft('new'))

    expect((await storeAt(draftKeptMs).load(ana)).map(({ id }) => id)).toEqual(['new'])
    expect((await storeAt(2).load(ana)).map(({ id }) => id)).toEqual(['new'])
  })

  it('of people who never came back are deleted too', async () => {
    const ben = { ...ana, subject: 'ben' }
    await storeAt(0).save(ben, draft('old'))
    await storeAt(1).save(ben, draft('new'))
    await storeAt(draftKeptMs).load(ana)

    expect((await storeAt(2).load(ben)).map(({ id }) => id)).toEqual(['new'])
  })

  it('know what they were last sent as', async () => {
    const request = {
      name: 'Call back',
      references: [{ name: 'Order', type: 'NUMBER', value: '1' }],
      attributes: [],
      link: { type: 'related', contactId: 'call' },
      destination: { type: 'flow', flowId: 'f' },
      scheduledTime: new Date('2026-11-22T09:00:00Z'),
    } as const
    const sent = draft('one', { earlier: { attempt: { clientToken: 't', request }, outcome: 'unknown' } })
    await storeAt(0).save(ana, sent)

    expect(await storeAt(0).load(ana)).toEqual([sent])
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
    await set([ana.issuer, ana.subject, 'call', 'odd'], { version: 1, keptAt: 0 }, raw)
    await set([ana.issuer, ana.subject, 'call', 'of tomorrow'], { version: 2 }, raw)

    expect((await storeAt(0).load(ana)).map(({ id }) => id)).toEqual(['one'])
    // A newer page of ours wrote the other one, and can read it.
    expect(await keys(raw)).toEqual([
      [ana.issuer, ana.subject, 'call', 'of tomorrow'],
      [ana.issuer, ana.subject, 'call', 'one'],
    ])
  })
})
