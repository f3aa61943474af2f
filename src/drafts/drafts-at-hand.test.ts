import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Contact } from '../core/contact/contact.ts'
import { othersOf } from './desk/desk.ts'
import type { DraftStore } from './draft-store.ts'
import { saveAfterMs } from './at-hand/saving.ts'
import { openWindow, storeInMemory } from './drafts-harness.ts'
import { storageLimitMs } from './in-time.ts'
import type { LedgerEntry, LedgerStore } from './ledger/ledger-entry.ts'
import { titleOf } from './desk/draft-title.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }
const ben = { ...ana, subject: 'ben' }
const call: Contact = { contactId: 'call', channel: 'voice', state: 'connected', stateSince: 0 }
const chat: Contact = { contactId: 'chat', channel: 'chat', state: 'connected', stateSince: 0 }
const onCall = { status: 'ready', contacts: [call, chat], currentContactId: 'call' } as const
const result = { kind: 'task', contactId: 'new-task', linkedContactId: 'call', createdAt: 1 } as const
const onChat = { ...onCall, currentContactId: 'chat' } as const

function gate() {
  const gates: (() => void)[] = []
  const opened = new Promise<void>((resolve) => gates.push(resolve))
  return { opened, open: () => gates.forEach((each) => each()) }
}

const refuse = () => Promise.reject(new Error('no storage'))
const never = () => new Promise<never>(() => {})

function panelWith(store: DraftStore) {
  const onStore = vi.fn<(works: boolean) => void>()
  return { ...openWindow({ store, onStore }), onStore }
}

const aWhile = () => vi.advanceTimersByTimeAsync(saveAfterMs)

// Loaded before the tests, because a test with a fake clock would wait for it.
beforeAll(() => import('./sync/saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('drafts at hand', () => {
  it('are stored a moment after the last keystroke, under their agent and contact', async () => {
    const { store, names } = storeInMemory()
    const { hand, type } = panelWith(store)
    hand.open(ana)
    hand.see(onCall, 'away')
    type('Call back')
    await aWhile()

    expect(names()).toEqual(['ana call: Call back'])
  })

  it('are read from their form before a move is made', () => {
    const { hand, type, front } = panelWith(storeInMemory().store)
    hand.see(onCall, 'away')
    const detach = type('Call back')
    hand.see(onChat, 'away')
    detach()

    expect(titleOf(front().content)).toBe('')
    hand.see(onCall, 'away')
    expect(titleOf(front().content)).toBe('Call back')
  })

  it('come back when the page is opened again', async () => {
    const { store } = storeInMemory()
    const before = panelWith(store)
    before.hand.open(ana)
    before.hand.see(onCall, 'away')
    before.type('Call back')
    await before.hand.flush()

    const after = panelWith(store)
    after.hand.see(onCall, 'away')
    after.hand.open(ana)
    await aWhile()
    expect(after.front()).toMatchObject({ contact: call, content: { name: 'Call back' } })
  })

  it('typed before the account is known are stored once it is known', async () => {
    const { store, names } = storeInMemory()
    const { hand, type } = panelWith(store)
    hand.see(onCall, 'away')
    type('Call back')
    await aWhile()
    expect(names()).toEqual([])

    hand.open(ana)
    await aWhile()
    expect(names()).toEqual(['ana call: Call back'])
  })

  it('that move are stored under their new contact only', async () => {
    const { store, names } = storeInMemory()
    const { hand, type } = panelWith(store)
    hand.open(ana)
    hand.see(onCall, 'away')
    type('Call back')
    await aWhile()
    hand.move(chat)
    await aWhile()

    expect(names()).toEqual(['ana chat: Call back'])
  })

  it('are deleted from the store once their task exists', async () => {
    const { store, names } = storeInMemory()
    const { hand, type, front } = panelWith(store)
    hand.open(ana)
    hand.see(onCall, 'away')
    type('Call back')
    await aWhile()
    hand.noteCreated(front().id, result)
    await aWhile()

    expect(names()).toEqual([])
  })

  it('of one agent are hidden from the next, and kept for their return', async () => {
    const { store } = storeInMemory()
    const { hand, type, front } = panelWith(store)
    hand.open(ana)
    hand.see(onCall, 'away')
    const detach = type('Call back')
    hand.open(ben)
    detach()
    await aWhile()

    expect(front()).toMatchObject({ contact: call, content: { name: '' } })
    hand.open(ana)
    await aWhile()
    expect(titleOf(front().content)).toBe('Call back')
  })

  it('that were discarded leave the store, and return when the agent brings them back', async () => {
    const { store, names } = storeInMemory()
    const { hand, type } = panelWith(store)
    hand.open(ana)
    hand.see(onCall, 'away')
    const detach = type('Call back')
    hand.see(onChat, 'away')
    detach()
    const id = othersOf(hand.getSnapshot())[0]?.id ?? ''
    hand.discard(id)
    await aWhile()
    expect(names()).toEqual([])

    hand.undiscard()
    await aWhile()
    expect(names()).toEqual(['ana call: Call back'])
  })

  it('come back while others are being stored', async () => {
    const { store, names } = storeInMemory()
    const before = panelWith(store)
    before.hand.open(ana)
    before.hand.see(onCall, 'away')
    before.type('Call back')
    await before.hand.flush()
    const [loading, saving] = [gate(), gate()]
    let isLoaded = false
    const after = panelWith({
      ...store,
      change: (...asked) => (isLoaded ? saving : loading).opened.then(() => store.change(...asked)),
    })
    after.hand.see(onChat, 'away')
    after.hand.open(ana)
    after.type('Send the form')
    await vi.advanceTimersByTimeAsync(0)
    isLoaded = true
    void after.hand.flush()
    void after.hand.flush()
    loading.open()
    await vi.advanceTimersByTimeAsync(0)
    saving.open()
    await vi.advanceTimersByTimeAsync(0)

    expect(names()).toEqual(['ana call: Call back', 'ana chat: Send the form'])
  })

  it('do not come back from a store that failed for a while, once their task exists', async () => {
    const { store, names } = storeInMemory()
    let isBroken = false
    const { hand, type, front } = panelWith({
      ...store,
      change: (...asked) => (isBroken ? refuse() : store.change(...asked)),
    })
    hand.open(ana)
    hand.see(onCall, 'away')
    type('Call back')
    await hand.flush()
    isBroken = true
    type('Call back today')
    await hand.flush()
    hand.noteCreated(front().id, result)
    await hand.flush()
    expect(names()).toEqual(['ana call: Call back'])

    isBroken = false
    await hand.flush()
    expect(names()).toEqual([])
  })

  it('are not written over by an idle page that still holds an older text', async () => {
    const { store, names } = storeInMemory()
    const [busy, idle] = [panelWith(store), panelWith(store)]
    busy.hand.open(ana)
    busy.hand.see(onCall, 'away')
    busy.type('Call back')
    await busy.hand.flush()
    idle.hand.see(onCall, 'away')
    idle.hand.open(ana)
    await aWhile()
    busy.type('Call back today')
    await busy.hand.flush()
    idle.hand.see({ ...onCall, contacts: [{ ...call, state: 'ended' }, chat] }, 'away')
    await aWhile()
    expect(names()).toEqual(['ana call: Call back today'])

    busy.hand.noteCreated(busy.front().id, result)
    await busy.hand.flush()
    idle.hand.see(onCall, 'away')
    idle.hand.see(onChat, 'away')
    await aWhile()
    expect(names()).toEqual([])
  })

  it('stay in memory where the browser stores nothing, and report that', async () => {
    const { hand, type, front, onStore } = panelWith({ change: refuse, add: refuse })
    hand.open(ana)
    hand.see(onCall, 'away')
    const detach = type('Call back')
    await aWhile()
    hand.see(onChat, 'away')
    detach()
    hand.see(onCall, 'away')

    expect(onStore).toHaveBeenLastCalledWith(false)
    expect(titleOf(front().content)).toBe('Call back')
  })

  it('are announced as not stored if the storage never answers, and each write is tried again', async () => {
    const { store, names } = storeInMemory()
    let isHung = true
    const { hand, type, onStore } = panelWith({
      ...store,
      change: (...asked) => (isHung ? never() : store.change(...asked)),
    })
    hand.open(ana)
    hand.see(onCall, 'away')
    const detach = type('Call back')
    await aWhile()
    expect(onStore).not.toHaveBeenCalledWith(false)
    await vi.advanceTimersByTimeAsync(storageLimitMs)
    expect(onStore).toHaveBeenLastCalledWith(false)

    isHung = false
    hand.see(onChat, 'away')
    detach()
    await aWhile()
    expect(names()).toEqual(['ana call: Call back'])
    expect(onStore).toHaveBeenLastCalledWith(true)
  })

  it('are stored while an earlier write hangs', async () => {
    const { store, names } = storeInMemory()
    let changes = 0
    const { hand, type } = panelWith({
      ...store,
      // The first change is the read at the start, the second one writes the first draft.
      change: (...asked) => (++changes === 2 ? never() : store.change(...asked)),
    })
    hand.open(ana)
    hand.see(onCall, 'away')
    const detach = type('Hangs')
    await aWhile()
    hand.see(onChat, 'away')
    detach()
    type('Send the form')
    await aWhile()

    expect(names()).toEqual(['ana chat: Send the form'])
  })

  it('note the result of a created task, for the account that sent it', async () => {
    const results = new Map<string, LedgerEntry[]>()
    const ledger: LedgerStore = {
      load: async ({ subject }) => results.get(subject) ?? [],
      add: async ({ subject }, entry) => void results.set(subject, [entry]),
    }
    const { hand, type, front } = panelWith({ ...storeInMemory().store, ledger })
    hand.open(ana)
    hand.see(onCall, 'away')
    type('Call back')
    const { id } = front()
    hand.noteCreated(id, result)
    expect(hand.ledger.getSnapshot()).toEqual([result])

    hand.open(ben)
    // The answer comes after the agent who sent the draft has signed out.
    hand.noteCreated(id, { ...result, contactId: 'late' })
    await aWhile()
    expect(hand.ledger.getSnapshot()).toEqual([])
    expect([...results]).toEqual([['ana', [result]]])
  })

  it('that were discarded can be brought back after a task of the previous agent was created', async () => {
    const { hand, type, front } = panelWith(storeInMemory().store)
    hand.open(ana)
    hand.see(onCall, 'away')
    type('Call back')
    const { id } = front()
    hand.clear()

    hand.open(ben)
    type('Write to them')()
    const discarded = front().id
    hand.show(chat)
    hand.discard(discarded)
    hand.noteCreated(id, result)
    hand.undiscard()

    expect(othersOf(hand.getSnapshot()).map(({ content }) => titleOf(content))).toEqual(['Write to them'])
  })
})
