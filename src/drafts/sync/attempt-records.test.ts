import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { AnyRequest, DraftKind } from '../../core/message/any-draft.ts'
import { saveAfterMs } from '../at-hand/saving.ts'
import { openWindow, storeInMemory } from '../drafts-harness.ts'
import { draftKinds, saying } from '../kinds-harness.ts'
import { attemptOf, entry } from './two-windows-harness.ts'

const ana = { issuer: 'https://id.example', subject: 'ana' }

const aWhile = () => vi.advanceTimersByTimeAsync(saveAfterMs)
const answerTime = () => vi.advanceTimersByTimeAsync(31_000)

/** Windows of one agent. */
function browserWith(kind: DraftKind, hasLocks = true) {
  const { store, names } = storeInMemory(hasLocks)
  const open = async () => {
    const window = openWindow({ store, onStore: () => {} })
    window.hand.open(ana)
    await aWhile()
    window.hand.switchKind(kind)
    const { hand, front } = window
    const isSentElsewhere = async (token: string) => {
      let isElsewhere: boolean | undefined
      await hand.withSaved(async (saved) => {
        isElsewhere = await saved.isSentElsewhere(token)
      })
      return isElsewhere
    }
    return {
      ...window,
      isSentElsewhere,
      asked: () => (front().earlier?.uncertain ?? []).map(({ attempt }) => attempt.clientToken),
      /** Begins to send an attempt. */
      send: async (
        sent: UncertainAttempt<AnyRequest>,
        others: readonly UncertainAttempt<AnyRequest>[] = [],
      ) => {
        const tokens = { settled: [], sent: [sent.attempt.clientToken] }
        hand.noteSubmitted(front().id, { latest: sent.attempt, uncertain: [...others, sent] }, false, tokens)
        await hand.flush()
      },
      /** Connect has refused the attempt. */
      refuse: async ({ attempt }: UncertainAttempt<AnyRequest>) => {
        const tokens = { settled: [], sent: [attempt.clientToken] }
        hand.noteSubmitted(front().id, { latest: attempt, uncertain: [] }, false, tokens)
        await hand.flush()
      },
    }
  }
  return { open, names }
}

beforeAll(() => import('./saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe.each(draftKinds)('the records of a %s that was sent', (kind) => {
  const browser = (hasLocks?: boolean) => browserWith(kind, hasLocks)
  const task = { ...entry('the-task', kind), createdAt: 1_000 }

  it('keep the attempt of one window when the same attempt is refused in another', async () => {
    const { open } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    const sent = attemptOf('t', 'Call back', kind)
    await one.send(sent)
    await other.send(sent)
    // Connect throttles the first request. The other one creates the task, and its window crashes.
    await one.refuse(sent)

    const later = await open()
    expect(later.asked()).toEqual(['t'])
    expect(await one.isSentElsewhere('t')).toBe(true)
    await answerTime()
    expect(one.asked()).toEqual(['t'])
  })

  it('keep the question of a window that asks about an attempt of another one, when that one is refused', async () => {
    const { open } = browser()
    const one = await open()
    one.type('Call back')
    const sent = attemptOf('t', 'Call back', kind)
    await one.send(sent)
    const other = await open()
    expect(other.asked()).toEqual(['t'])
    // It is sent a second time.
    await other.send(sent)
    await one.refuse(sent)

    expect((await open()).asked()).toEqual(['t'])
  })

  it('are gone in all windows when the outcome is known', async () => {
    const { open } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    const sent = attemptOf('t', 'Call back', kind)
    await one.send(sent)
    await other.send(sent)
    one.hand.noteCreated(one.front().id, task, undefined, { settled: ['t'], sent: ['t'] })
    await aWhile()

    expect(other.front()).toMatchObject({ phase: 'created', isElsewhere: true, task })
    expect((await open()).asked()).toEqual([])
  })

  it('show that another window has created a task that was refused in this one', async () => {
    const { open } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    const sent = attemptOf('t', 'Call back', kind)
    await one.send(sent)
    await one.refuse(sent)
    // The other window has not read the store again.
    other.hand.noteCreated(other.front().id, task, undefined, { settled: ['t'], sent: ['t'] })
    await aWhile()

    expect(one.front()).toMatchObject({ phase: 'created', isElsewhere: true, task })
    expect(await one.isSentElsewhere('t')).toBe(true)
  })

  it('say in other windows that it is under way, and ask there at once when its window goes without an answer', async () => {
    const { open } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    const sent = attemptOf('t', 'Call back', kind)
    await other.send(sent)
    await aWhile()
    const { firstSentAt } = sent
    expect(one.front().underWayElsewhere).toEqual([{ clientToken: 't', firstSentAt }])
    expect(other.front().underWayElsewhere).toBeUndefined()
    expect(one.asked()).toEqual([])

    other.hand.clear()
    await aWhile()
    expect(one.asked()).toEqual(['t'])
    expect(one.front().underWayElsewhere).toBeUndefined()
  })

  it('ask when the answer is overdue, where the browser does not say that a window has gone', async () => {
    const { open } = browser(false)
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    await other.send(attemptOf('t', 'Call back', kind))
    other.hand.clear()
    await aWhile()
    expect(one.asked()).toEqual([])
    expect(one.front().underWayElsewhere).toMatchObject([{ clientToken: 't' }])
    await answerTime()

    expect(one.asked()).toEqual(['t'])
    expect(one.front().underWayElsewhere).toBeUndefined()
  })

  it('say nothing in other windows once the attempt is refused', async () => {
    const { open } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    const sent = attemptOf('t', 'Call back', kind)
    await other.send(sent)
    await aWhile()
    await other.refuse(sent)
    await aWhile()

    expect(one.front().underWayElsewhere).toBeUndefined()
    expect(one.asked()).toEqual([])
  })

  it('tell a text that was typed since from the one that was sent, also after the attempt was asked about beside it', async () => {
    const { open } = browser()
    const [one, sent] = [await open(), attemptOf('t', 'Call back', kind)]
    one.type('Call back')
    await one.send(sent)
    const other = await open()
    other.type('Call back today')
    await other.hand.flush()
    await other.send(sent)
    const third = await open()
    expect(third.front()).toMatchObject({
      earlier: { isEdited: true },
      sentContent: saying(kind, 'Call back'),
    })

    await third.send(sent)
    expect((await open()).front().earlier?.isEdited).toBe(true)
  })

  it('leave an edited text when the attempt before turns out to be created in another window', async () => {
    const { open, names } = browser()
    const one = await open()
    one.type('Call back')
    const sent = attemptOf('t', 'Call back', kind)
    await one.send(sent)
    const other = await open()
    one.type('Call back today')
    await one.hand.flush()
    other.hand.noteCreated(other.front().id, task, undefined, { settled: ['t'], sent: [] })
    await other.hand.flush()
    await aWhile()

    expect(one.front()).toMatchObject({ content: saying(kind, 'Call back today'), createdBefore: task })
    expect(one.asked()).toEqual([])
    expect(names()).toEqual(['ana : Call back today'])
  })

  it('remember the answer “It was created” without an id, after a reload and in other windows', async () => {
    const { open, names } = browser()
    const one = await open()
    one.type('Call back')
    await one.send(attemptOf('t', 'Call back', kind))
    const other = await open()
    const confirmed = { createdAt: Date.now() }
    one.hand.noteCreated(one.front().id, confirmed, undefined, { settled: ['t'], sent: ['t'] })
    await aWhile()

    expect(other.front()).toMatchObject({ phase: 'created', isElsewhere: true, task: confirmed })
    expect(names()).toEqual([])
    expect((await open()).asked()).toEqual([])
  })

  it('remember the answer to the question about a second task of a created draft', async () => {
    const { open } = browser()
    const one = await open()
    one.type('Call back')
    const first = attemptOf('s', 'Call back', kind)
    await one.send(first)
    one.type('Call back today')
    const second = attemptOf('t', 'Call back today', kind)
    await one.send(second, [first])
    const { id } = one.front()
    one.hand.noteCreated(
      id,
      task,
      { latest: second.attempt, uncertain: [first] },
      { settled: ['t'], sent: [] },
    )
    await one.hand.flush()
    expect((await open()).asked()).toEqual(['s'])
    one.hand.noteSubmitted(id, undefined, false, { settled: ['t', 's'], sent: [] })
    await one.hand.flush()

    expect((await open()).asked()).toEqual([])
  })
})
