import 'fake-indexeddb/auto'
import { setImmediate as macrotask } from 'node:timers/promises'
import { createStore, get, keys, set } from 'idb-keyval'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { indexedDbLedger, ledgerEntriesLimit } from '../browser-storage/indexed-db-ledger.ts'
import { ledgerKeptMs } from './ledger-age.ts'
import { entryOf, type LedgerEntry, type LedgerStore } from './ledger-entry.ts'
import { createLedger } from './ledger.ts'
import { repeatAskedMs } from '../../core/attempts/repeated-task.ts'
import { messageSaying } from '../kinds-harness.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }
const ben = { ...ana, subject: 'ben' }

const entry = (contactId: string, createdAt = 0, scheduledAt?: number): LedgerEntry => ({
  kind: 'task',
  contactId,
  linkedContactId: 'call',
  ...(scheduledAt === undefined ? {} : { scheduledAt }),
  createdAt,
})

let database: string
beforeEach(() => {
  database = crypto.randomUUID()
})
const storeAt = (now: number) => indexedDbLedger(() => now, database)
const stored = () => createStore(`${database}-ledger`, 'results')
const idsIn = async (store: LedgerStore, account = ana) =>
  (await store.load(account)).map(({ contactId }) => contactId)

const refuse = () => Promise.reject(new Error('no storage'))

/** A page with a ledger over the store of this browser. */
async function pageOf(account = ana) {
  const ledger = createLedger(storeAt(1))
  await ledger.open(account)
  return { ledger, ids: () => ledger.getSnapshot().map(({ contactId }) => contactId) }
}

describe('the entry of a created task', () => {
  const request = { name: 'Call back', references: [], attributes: [] }
  const now = new Date('2026-11-22T09:00:00Z')

  it('holds ids, times and a hash, and no text of the task', () => {
    const link = { type: 'related', contactId: 'call' } as const
    const task = { contactId: 'new', scheduledTime: '2026-11-23T09:00:00Z' }

    expect(entryOf({ ...request, link }, task, now)).toEqual({
      kind: 'task',
      contactId: 'new',
      linkedContactId: 'call',
      scheduledAt: Date.parse('2026-11-23T09:00:00Z'),
      createdAt: now.getTime(),
      fingerprint: expect.stringMatching(/^[0-9a-f]+$/),
    })
  })

  it('has no linked contact and no scheduled time for a task without them', () => {
    expect(entryOf(request, { contactId: 'new', scheduledTime: null }, now)).toEqual({
      kind: 'task',
      contactId: 'new',
      createdAt: now.getTime(),
      fingerprint: expect.stringMatching(/^[0-9a-f]+$/),
    })
  })
})

describe('the entry of an accepted message', () => {
  const now = new Date('2026-11-22T09:00:00Z')
  const request = messageSaying('Your order is ready')
  const accepted = entryOf(request, { contactId: 'sms' }, now)

  it('holds ids, the time and a hash, and neither the number nor the text', () => {
    expect(accepted).toEqual({
      kind: 'message',
      contactId: 'sms',
      createdAt: now.getTime(),
      fingerprint: expect.stringMatching(/^[0-9a-f]+$/),
    })
  })

  it('is there after a reload, in a format that a panel without messages leaves alone', async () => {
    await storeAt(1).add(ana, accepted)
    await storeAt(1).add(ana, entry('a-task', 1))

    expect(await storeAt(now.getTime() + 1).load(ana)).toEqual([accepted])
    expect(await get([ana.issuer, ana.subject, 'sms'], stored())).toMatchObject({ version: 2 })
  })

  it('loses its hash once the same message is not asked about any more', async () => {
    await storeAt(1).add(ana, accepted)
    await storeAt(now.getTime() + repeatAskedMs).load(ana)

    const [later] = await storeAt(now.getTime() + repeatAskedMs).load(ana)
    expect(later).toEqual({ kind: 'message', contactId: 'sms', createdAt: now.getTime() })
  })
})

describe('the ledger', () => {
  it('shows the latest result first, and still does after a reload', async () => {
    const before = await pageOf()
    before.ledger.note(entry('one', 1))
    before.ledger.note(entry('two', 2))
    expect(before.ids()).toEqual(['two', 'one'])

    const after = await pageOf()
    expect(after.ledger.getSnapshot()).toEqual([entry('two', 2), entry('one', 1)])
  })

  it('stores results noted before the account was known', async () => {
    const ledger = createLedger(storeAt(1))
    ledger.note(entry('one'))
    await ledger.open(ana)

    expect(await idsIn(storeAt(1))).toEqual(['one'])
  })

  it('shows a result of another window with the hash of its content, so that a repeat is asked about here too', async () => {
    const here = await pageOf()
    const there = await pageOf()
    there.ledger.note({ ...entry('one', 1), fingerprint: 'abc' })
    here.ledger.learn([entry('one', 1)])

    await vi.waitFor(() =>
      expect(here.ledger.getSnapshot()).toEqual([{ ...entry('one', 1), fingerprint: 'abc' }]),
    )
  })

  it('keeps no hash of a content whose text policy keeps out of the browser', async () => {
    const ledger = createLedger(storeAt(1))
    await ledger.open(ana, 'no-attribute-values')
    ledger.note({ ...entry('one', 1), fingerprint: 'abc' })

    expect(ledger.getSnapshot()).toEqual([{ ...entry('one', 1), fingerprint: 'abc' }])
    await vi.waitFor(async () => expect(await storeAt(2).load(ana)).toEqual([entry('one', 1)]))
  })

  it('is cleared from memory at sign-out and kept in the store', async () => {
    const { ledger, ids } = await pageOf()
    ledger.note(entry('one'))
    ledger.clear()
    expect(ids()).toEqual([])
    await ledger.open(ben)
    expect(ids()).toEqual([])

    ledger.clear()
    await ledger.open(ana)
    expect(ids()).toEqual(['one'])
  })

  it('does not show results that arrive after another account was opened', async () => {
    await storeAt(0).add(ana, entry('one'))
    const ledger = createLedger(storeAt(1))
    const opening = ledger.open(ana)
    ledger.clear()
    await Promise.all([opening, ledger.open(ben)])

    expect(ledger.getSnapshot()).toEqual([])
  })

  it('stays in memory where the browser stores nothing', async () => {
    const ledger = createLedger({ load: refuse, add: refuse })
    await ledger.open(ana)
    ledger.note(entry('one'))

    expect(ledger.getSnapshot()).toEqual([entry('one')])
  })
})

const broken = () => {
  throw new Error('The desktop is broken.')
}

describe('a result that the storage refused', () => {
  const sent = { ...entry('new'), fingerprint: 'abc' }

  it('is stored with its hash when the storage works again', async () => {
    const added: LedgerEntry[] = []
    let works = false
    const ledger = createLedger({
      load: async () => [],
      add: async (_account, each) => {
        if (!works) throw new Error('no storage')
        added.push(each)
      },
    })
    await ledger.open(ana)
    ledger.note(sent)
    await macrotask()
    works = true
    ledger.keepOwed()
    await macrotask()
    ledger.keepOwed()

    expect(added).toEqual([sent])
  })

  it('does not replace what became of its task, if it was refused late', async () => {
    const refusals: (() => void)[] = []
    const add = vi.fn<LedgerStore['add']>(async () => {})
    add.mockImplementationOnce(
      () =>
        new Promise((_, reject) => {
          refusals.push(() => reject(new Error('no storage')))
        }),
    )
    const ledger = createLedger({ load: async () => [], add })
    await ledger.open(ana)
    ledger.note(sent)
    ledger.note({ ...sent, endedAt: 2 })
    refusals[0]?.()
    await macrotask()
    ledger.keepOwed()

    expect(add).toHaveBeenLastCalledWith(ana, { ...sent, endedAt: 2 })
  })

  it('is not stored for the next agent', async () => {
    const add = vi.fn(refuse)
    const ledger = createLedger({ load: async () => [], add })
    await ledger.open(ana)
    ledger.note(sent)
    await macrotask()
    ledger.clear()
    await ledger.open(ben)
    ledger.keepOwed()

    expect(add).toHaveBeenCalledTimes(1)
  })
})

describe('the ledger of a host whose store throws', () => {
  it('keeps the results in memory', async () => {
    const ledger = createLedger({ load: broken, add: broken })
    await ledger.open(ana)
    ledger.note(entry('new'))

    expect(ledger.getSnapshot()).toEqual([entry('new')])
  })
})

describe('results in the browser', () => {
  it('belong to one account', async () => {
    await storeAt(0).add(ana, entry('one'))

    expect(await idsIn(storeAt(0), ben)).toEqual([])
    expect(await idsIn(storeAt(0), { ...ana, issuer: 'https://other.example' })).toEqual([])
  })

  it('hold a contact once, also when two pages created it', async () => {
    await storeAt(0).add(ana, entry('one', 1))
    await storeAt(0).add(ana, entry('one', 2))

    expect(await storeAt(2).load(ana)).toEqual([entry('one', 2)])
  })

  it('are deleted a week after the task started, those of other accounts too', async () => {
    await storeAt(0).add(ana, entry('now'))
    await storeAt(0).add(ana, entry('scheduled', 0, 1))
    await storeAt(0).add(ben, entry('of ben'))

    expect(await idsIn(storeAt(ledgerKeptMs))).toEqual(['scheduled'])
    expect(await keys(stored())).toEqual([[ana.issuer, ana.subject, 'scheduled']])
  })

  it('are bounded: the oldest are deleted first', async () => {
    const ids = Array.from({ length: ledgerEntriesLimit + 1 }, (_, index) => `task-${index}`)
    await Promise.all(ids.map((id, index) => storeAt(0).add(ana, entry(id, index))))

    const kept = await idsIn(storeAt(ledgerEntriesLimit))
    expect(kept).toHaveLength(ledgerEntriesLimit)
    expect(kept).not.toContain('task-0')
    expect(await keys(stored())).toHaveLength(ledgerEntriesLimit)
  })

  it('keep that a task has ended, and the hash of its content for ten minutes', async () => {
    const noted = { ...entry('one', 1), endedAt: 2, isStopped: true, fingerprint: 'abc' } as const
    await storeAt(1).add(ana, noted)
    expect(await storeAt(600_000).load(ana)).toEqual([noted])

    await storeAt(600_001).load(ana)
    expect(await storeAt(600_002).load(ana)).toEqual([{ ...entry('one', 1), endedAt: 2, isStopped: true }])
  })

  it('that cannot be read are deleted, and those of a newer version stay', async () => {
    await storeAt(0).add(ana, entry('one'))
    const place = (id: string) => [ana.issuer, ana.subject, id]
    await set(place('odd'), { version: 1, kind: 'task', contactId: 'odd' }, stored())
    await set(place('long'), { version: 1, ...entry('x'.repeat(1_000_000)) }, stored())
    await set(place('newer'), { version: 3 }, stored())

    expect(await idsIn(storeAt(0))).toEqual(['one'])
    expect(await keys(stored())).toEqual([place('newer'), place('one')])
  })
})
