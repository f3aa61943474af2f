import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { saveAfterMs } from '../at-hand/saving.ts'
import { openWindow, storeInMemory } from '../drafts-harness.ts'
import type { DraftStore } from '../draft-store.ts'
import type { LedgerEntry } from '../ledger/ledger-entry.ts'
import { storageLimitMs } from '../in-time.ts'
import { storeAgainAfterMs } from './window/store-reading.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }

const aWhile = () => vi.advanceTimersByTimeAsync(saveAfterMs)

/** A window whose storage hangs or refuses when the test says so. A read or write that hangs never ends. */
async function openOver(mode: { now: 'works' | 'hangs' | 'refuses' }, { store, names } = storeInMemory()) {
  const change: DraftStore['change'] = async (...asked) => {
    if (mode.now === 'hangs') return new Promise<never>(() => {})
    if (mode.now === 'refuses') throw new DOMException('Refused.', 'InvalidStateError')
    return store.change(...asked)
  }
  const told: boolean[] = []
  const window = openWindow({ store: { ...store, change }, onStore: (works) => told.push(works) })
  window.hand.open(ana)
  await aWhile()
  return { ...window, names, works: () => told.at(-1) }
}

beforeAll(() => import('./saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a storage that fails for a while', () => {
  it.each(['hangs', 'refuses'] as const)(
    'gets what it did not take, even if the agent does nothing more: it %s',
    async (failure) => {
      const mode: Parameters<typeof openOver>[0] = { now: 'works' }
      const { type, names, works } = await openOver(mode)
      mode.now = failure
      type('Call back')
      await aWhile()
      await vi.advanceTimersByTimeAsync(storageLimitMs)
      expect(works()).toBe(false)
      mode.now = 'works'
      await vi.advanceTimersByTimeAsync(storeAgainAfterMs)

      expect(names()).toEqual(['ana : Call back'])
      expect(works()).toBe(true)
    },
  )

  it('gets the result that it did not take, so that a repeat is asked about after a reload, too', async () => {
    const results: LedgerEntry[] = []
    let works = false
    const { store } = storeInMemory()
    const refused = async () => {
      if (!works) throw new DOMException('Refused.', 'InvalidStateError')
    }
    const { hand } = openWindow({
      store: {
        ...store,
        change: (...asked) => refused().then(() => store.change(...asked)),
        ledger: {
          load: async () => [],
          add: async (_account, entry) => void results.push(await refused().then(() => entry)),
        },
      },
      onStore: () => {},
    })
    hand.open(ana)
    await aWhile()
    const sent = { kind: 'task', contactId: 'new', createdAt: 1_000, fingerprint: 'abc' } as const
    hand.ledger.note(sent)
    await aWhile()
    works = true
    await vi.advanceTimersByTimeAsync(storeAgainAfterMs)

    expect(results).toEqual([sent])
  })

  it('is reported as working again only when it has stored everything', async () => {
    const mode: Parameters<typeof openOver>[0] = { now: 'works' }
    const { hand, type, works } = await openOver(mode)
    mode.now = 'refuses'
    type('Call back')
    await aWhile()
    mode.now = 'works'
    expect(works()).toBe(false)
    // Another window has written: this one reads, and stores its text first.
    await hand.withSaved(({ follow }) => follow())

    expect(works()).toBe(true)
  })

  it('is known to be busy before it is known to hang, so that the browser can ask before the page is closed', async () => {
    const mode: Parameters<typeof openOver>[0] = { now: 'works' }
    const { hand, type, works } = await openOver(mode)
    expect(hand.isStoring()).toBe(false)
    mode.now = 'hangs'
    type('Call back')
    await aWhile()

    expect(works()).toBe(true)
    expect(hand.isStoring()).toBe(true)
    await vi.advanceTimersByTimeAsync(storageLimitMs)
    expect(works()).toBe(false)
    expect(hand.isStoring()).toBe(false)
  })
})

const task: LedgerEntry = { kind: 'task', contactId: 'the-task', createdAt: 1_000 }

/** A draft in two windows; the storage of the first one fails from now on. */
async function inTwoWindows(otherMode: Parameters<typeof openOver>[0] = { now: 'works' }) {
  const shared = storeInMemory()
  const mode: Parameters<typeof openOver>[0] = { now: 'works' }
  const one = await openOver(mode, shared)
  one.type('Call back')
  await aWhile()
  const other = await openOver(otherMode, shared)
  expect(other.front()).toMatchObject({ phase: 'begun', content: { name: 'Call back' } })
  mode.now = 'refuses'
  return { one, other, mode, shared, names: shared.names }
}

describe('a task that was created while the storage failed', () => {
  it('is known to every window later, though its card has left the screen before', async () => {
    const { one, other, mode, names } = await inTwoWindows()
    one.hand.noteCreated(one.front().id, task)
    await aWhile()
    one.hand.startOver()
    await aWhile()
    mode.now = 'works'
    await vi.advanceTimersByTimeAsync(storeAgainAfterMs)

    expect(other.front()).toMatchObject({ phase: 'created', isElsewhere: true })
    expect(names()).toEqual([])
  })

  it('is known later when it was made of an earlier text of a draft that the agent has discarded', async () => {
    const { one, other, mode } = await inTwoWindows()
    other.type('Call back tomorrow')
    await aWhile()
    one.hand.noteFound(one.front().id, task, 'token')
    await aWhile()
    one.hand.discard(one.front().id)
    await aWhile()
    mode.now = 'works'
    await vi.advanceTimersByTimeAsync(storeAgainAfterMs)

    expect(other.front()).toMatchObject({ content: { name: 'Call back tomorrow' }, createdBefore: task })
  })

  it('is known at once to another window that is open, though no window can store it', async () => {
    const otherMode: Parameters<typeof openOver>[0] = { now: 'works' }
    const { one, other, mode, names } = await inTwoWindows(otherMode)
    otherMode.now = 'refuses'
    one.hand.noteCreated(one.front().id, task)
    await vi.advanceTimersByTimeAsync(0)

    expect(other.front()).toMatchObject({ phase: 'created', isElsewhere: true, task })
    expect(other.hand.ledger.getSnapshot()).toMatchObject([task])
    mode.now = 'works'
    otherMode.now = 'works'
    await vi.advanceTimersByTimeAsync(storeAgainAfterMs)
    expect(names()).toEqual([])
  })

  it('is stored by another window that has heard of it, when the window that created it is gone', async () => {
    const { one, shared } = await inTwoWindows()
    one.hand.noteCreated(one.front().id, task, undefined, { settled: ['token'], sent: ['token'] })
    await aWhile()
    one.hand.clear()

    expect((await openOver({ now: 'works' }, shared)).front().phase).toBe('blank')
  })

  it('is reported as not stored until it is stored', async () => {
    const { one, mode } = await inTwoWindows()
    one.hand.noteCreated(one.front().id, task)
    await aWhile()
    expect(one.hand.getSnapshot().isCreatedUnkept).toBe(true)
    one.hand.startOver()
    await aWhile()
    expect(one.hand.getSnapshot().isCreatedUnkept).toBe(true)
    mode.now = 'works'
    await vi.advanceTimersByTimeAsync(storeAgainAfterMs)

    expect(one.hand.getSnapshot().isCreatedUnkept).toBe(false)
  })
})
