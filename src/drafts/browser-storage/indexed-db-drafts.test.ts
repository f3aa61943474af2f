import 'fake-indexeddb/auto'
import { createStore, keys, set } from 'idb-keyval'
import { beforeEach, describe, expect, it } from 'vitest'
import { emptyDraft } from '../../core/task/task-draft.ts'
import { keptDraftsLimit } from '../records/account-records.ts'
import { textKeptMs } from '../records/aged-records.ts'
import { recordsIn } from '../drafts-harness.ts'
import { indexedDbDrafts } from './indexed-db-drafts.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { KeptDraft } from '../desk/kept-draft.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }
const call = { contactId: 'call', channel: 'voice', state: 'connected', stateSince: 1 } as const

const draft = (id: string, about: Contact = call) =>
  ({
    id,
    kind: 'task',
    phase: 'begun',
    contactChoice: 'listed',
    contact: about,
    turn: 3,
    content: {
      ...emptyDraft,
      name: 'שלום 👋',
      references: [{ name: 'Order', type: 'NUMBER', value: '1' }],
      attributes: [{ key: '__proto__', value: 'é' }],
      schedule: { when: 'later', date: '', time: '', occurrence: 'first', words: 'when she is back' },
    },
  }) satisfies KeptDraft

const lost = {
  clientToken: 't',
  request: { name: 'Call back', references: [], attributes: [], destination: { type: 'flow', flowId: 'f' } },
} as const
const sent = {
  ...draft('sent'),
  phase: 'asked',
  earlier: { latest: lost, uncertain: [{ attempt: lost, firstSentAt: 2 }] },
} as const

// Each test has a database of its own, as each browser has.
let database: string
beforeEach(() => {
  database = crypto.randomUUID()
})
const storeAt = (now: number) =>
  recordsIn(
    indexedDbDrafts(() => now, database),
    now,
  )

describe('drafts in the browser', () => {
  it('come back as they were', async () => {
    await storeAt(0).save(ana, draft('one'))

    expect(await storeAt(1).load(ana)).toEqual([draft('one')])
  })

  it('belong to one account', async () => {
    await storeAt(0).save(ana, draft('one'))

    expect(await storeAt(0).load({ ...ana, subject: 'ben' })).toEqual([])
    expect(await storeAt(0).load({ ...ana, subject: 'an' })).toEqual([])
    expect(await storeAt(0).load({ ...ana, issuer: 'https://other.example' })).toEqual([])
  })

  it('are gone once forgotten', async () => {
    const unlinked = { ...draft('one'), contactChoice: 'none', contact: undefined } as const
    await storeAt(0).save(ana, unlinked)
    await storeAt(0).forget(ana, unlinked)

    expect(await storeAt(0).load(ana)).toEqual([])
  })

  it('are one draft when a page closed while it moved the draft to another contact', async () => {
    const chat = { ...call, contactId: 'chat', channel: 'chat' } as const
    await storeAt(0).save(ana, draft('one'))
    await storeAt(1).save(ana, draft('one', chat))

    expect(await storeAt(2).load(ana)).toEqual([draft('one', chat)])
    expect(await keys(createStore(database, 'drafts'))).toHaveLength(1)
  })

  it('are deleted when they were not changed for a week', async () => {
    await storeAt(1).save(ana, draft('old'))
    await storeAt(2).save(ana, draft('new'))

    expect((await storeAt(textKeptMs + 1).load(ana)).map(({ id }) => id)).toEqual(['new'])
    expect((await storeAt(2).load(ana)).map(({ id }) => id)).toEqual(['new'])
  })

  it('of other accounts are deleted too when they are old', async () => {
    const ben = { ...ana, subject: 'ben' }
    await storeAt(1).save(ben, draft('old'))
    await storeAt(2).save(ben, draft('new'))
    await storeAt(textKeptMs + 1).load(ana)

    expect((await storeAt(2).load(ben)).map(({ id }) => id)).toEqual(['new'])
  })

  it('keep the attempt that was made last, and every one whose answer was lost', async () => {
    const request = {
      name: 'Call back',
      references: [{ name: 'Order', type: 'NUMBER', value: '1' }],
      attributes: [],
      link: { type: 'related', contactId: 'call' },
      destination: { type: 'flow', flowId: 'f' },
      scheduledTime: new Date('2026-11-22T09:00:00Z'),
    } as const
    const latest = { clientToken: 't', request }
    const first = { clientToken: 's', request: { ...request, name: 'Call back today' } }
    const uncertain = [
      { attempt: first, firstSentAt: 1 },
      { attempt: latest, firstSentAt: 2 },
    ]
    const earlier = { latest, uncertain } as const
    const { content: sentContent } = draft('one')
    const asked = { ...draft('one'), phase: 'asked', earlier, sentContent } as const
    await storeAt(0).save(ana, asked)

    expect(await storeAt(0).load(ana)).toEqual([asked])
  })

  it('are bounded: the oldest go first', async () => {
    const ids = Array.from({ length: keptDraftsLimit + 1 }, (_, index) => `draft ${index}`)
    await storeAt(1).saveAll(
      ana,
      ids.map((id) => draft(id)),
    )

    const kept = (await storeAt(keptDraftsLimit).load(ana)).map(({ id }) => id)
    expect(kept).toHaveLength(keptDraftsLimit)
    expect(kept).not.toContain('draft 0')
  })

  it('lose the text of an attempt after a week, and never the question about it', async () => {
    await storeAt(2).save(ana, sent)

    const records = await storeAt(textKeptMs + 2).loadAll(ana)
    expect(records.drafts).toEqual([])
    expect(records.textless).toMatchObject([
      { clientToken: 't', firstSentAt: 2, contact: { contactId: 'call' } },
    ])
  })

  it('lose no attempt when there are too many drafts', async () => {
    await storeAt(2).save(ana, sent)
    const ids = Array.from({ length: keptDraftsLimit }, (_, index) => `draft ${index}`)
    await storeAt(3).saveAll(
      ana,
      ids.map((id) => draft(id)),
    )

    const kept = await storeAt(100).load(ana)
    expect(kept.find(({ id }) => id === 'sent')).toMatchObject({
      content: sent.content,
      earlier: sent.earlier,
    })
  })

  it('that cannot be read are deleted, and the others stay', async () => {
    await storeAt(0).save(ana, draft('one'))
    const raw = createStore(database, 'drafts')
    await set([ana.issuer, ana.subject, 'call', 'odd'], { version: 3, keptAt: 0 }, raw)
    await set([ana.issuer, ana.subject, 'call', 'old and odd'], { version: 2, keptAt: 0 }, raw)
    await set([ana.issuer, ana.subject, 'call', 'oldest and odd'], { version: 1, keptAt: 0 }, raw)
    await set([ana.issuer, ana.subject, 'call', 'of tomorrow'], { version: 5 }, raw)

    expect((await storeAt(0).load(ana)).map(({ id }) => id)).toEqual(['one'])
    // The other record stays, because a newer version of the panel wrote it and can read it.
    expect(await keys(raw)).toEqual([
      [ana.issuer, ana.subject, 'call', 'of tomorrow'],
      [ana.issuer, ana.subject, 'draft one'],
    ])
  })
})
