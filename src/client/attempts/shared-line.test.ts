import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSharedLine, type Locks } from './shared-line.ts'

/** The locks of a browser, as the Web Locks specification describes them: one holder, the others in the order of their requests. */
function createLocks() {
  let waiting: readonly (() => void)[] = []
  let isHeld = false
  const next = () => {
    const [first, ...rest] = waiting
    waiting = rest
    isHeld = first !== undefined
    first?.()
  }
  const ofPage = () => {
    const died = new AbortController()
    const dies = new Promise<void>((end) => died.signal.addEventListener('abort', () => end()))
    const locks: Locks = {
      request: async (_name, { signal }, work) => {
        await new Promise<void>((begin, refuse) => {
          const come = () => begin()
          signal.addEventListener('abort', () => {
            if (waiting.includes(come)) refuse(new Error('The request was taken back.'))
            waiting = waiting.filter((each) => each !== come)
          })
          waiting = [...waiting, come]
          if (!isHeld) next()
        })
        await Promise.race([work(), dies])
        next()
      },
    }
    return { locks, die: () => died.abort() }
  }
  return ofPage
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const aMoment = () => vi.advanceTimersByTimeAsync(0)
const untilNoticed = () => vi.advanceTimersByTimeAsync(200)

/** Records the order of the turns, and what the panel shows while it waits. */
function createNotes() {
  const notes: string[] = []
  const enter = (line: ReturnType<typeof createSharedLine>, name: string) => {
    const turn = line.enter((before) => notes.push(`${name} after ${before}`))
    void turn.comes.then(() => notes.push(`${name} comes`))
    return turn
  }
  return { notes, enter }
}

describe('the line of all windows', () => {
  it('sends the attempts of two windows one after the other, in the order of the presses', async () => {
    const ofPage = createLocks()
    const [one, other] = [createSharedLine(ofPage().locks), createSharedLine(ofPage().locks)]
    const { notes, enter } = createNotes()
    const first = enter(one, 'A')
    const second = enter(one, 'B')
    const third = enter(other, 'C')
    await aMoment()
    expect(notes).toEqual(['B after 1', 'A comes'])

    await untilNoticed()
    expect(notes).toEqual(['B after 1', 'A comes', 'C after 1'])
    first.leave()
    await aMoment()
    second.leave()
    await aMoment()
    third.leave()

    expect(notes).toEqual(['B after 1', 'A comes', 'C after 1', 'B comes', 'C comes'])
  })

  it('says nothing if the turn comes at once', async () => {
    const { notes, enter } = createNotes()
    enter(createSharedLine(createLocks()().locks), 'A')
    await vi.advanceTimersByTimeAsync(10_000)

    expect(notes).toEqual(['A comes'])
  })

  it('goes on when the window that is sending has died', async () => {
    const ofPage = createLocks()
    const dying = ofPage()
    const { notes, enter } = createNotes()
    enter(createSharedLine(dying.locks), 'A')
    enter(createSharedLine(ofPage().locks), 'B')
    await untilNoticed()
    dying.die()
    await aMoment()

    expect(notes).toEqual(['A comes', 'B after 1', 'B comes'])
  })

  it('lets an attempt leave before its turn', async () => {
    const ofPage = createLocks()
    const [one, other] = [createSharedLine(ofPage().locks), createSharedLine(ofPage().locks)]
    const { notes, enter } = createNotes()
    const first = enter(one, 'A')
    enter(other, 'B').leave()
    enter(other, 'C')
    first.leave()
    await aMoment()

    expect(notes).toContain('C comes')
    expect(notes).not.toContain('B after 1')
  })

  it('waits no longer than an attempt may wait at all', async () => {
    const ofPage = createLocks()
    const { notes, enter } = createNotes()
    enter(createSharedLine(ofPage().locks), 'A')
    enter(createSharedLine(ofPage().locks), 'B')
    await vi.advanceTimersByTimeAsync(299_999)
    expect(notes).not.toContain('B comes')
    await vi.advanceTimersByTimeAsync(1)

    expect(notes).toContain('B comes')
  })

  it.each<[string, Locks | undefined]>([
    ['has no locks', undefined],
    ['refuses locks', { request: () => Promise.reject(new Error('Access to the Locks API is denied.')) }],
  ])('is one for each panel where the browser %s', async (_, locks) => {
    const { notes, enter } = createNotes()
    const line = createSharedLine(locks)
    const first = enter(line, 'A')
    enter(line, 'B')
    await aMoment()
    expect(notes).toEqual(['B after 1', 'A comes'])
    first.leave()
    await aMoment()

    expect(notes).toEqual(['B after 1', 'A comes', 'B comes'])
  })
})
