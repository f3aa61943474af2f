import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { saveAfterMs } from '../drafts-at-hand.ts'
import { openWindow, storeInMemory } from '../drafts-harness.ts'
import type { DraftStore } from '../draft-store.ts'
import { storageLimitMs } from '../in-time.ts'
import { storeAgainAfterMs } from './saved-drafts.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }

const aWhile = () => vi.advanceTimersByTimeAsync(saveAfterMs)

/** A window whose storage hangs or refuses when the test says so. What has hung never ends. */
async function openOver(mode: { now: 'works' | 'hangs' | 'refuses' }) {
  const { store, names } = storeInMemory()
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
    'gets what it did not take, though the agent does nothing more: it %s',
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

  it('is said to work again only when it has everything', async () => {
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

  it('is known to be busy before it is known to hang, so that the page can ask before it goes', async () => {
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
