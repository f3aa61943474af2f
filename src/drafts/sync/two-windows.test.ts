import * as fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
import { saveAfterMs } from '../at-hand/saving.ts'
import { othersOf } from '../desk/desk.ts'
import { ana, attemptOf, browser as browserWith, entry } from './two-windows-harness.ts'
import { titleOf, titleOfRequest } from '../desk/draft-title.ts'
import { draftKinds, saying } from '../kinds-harness.ts'

const aWhile = () => vi.advanceTimersByTimeAsync(saveAfterMs)
const answerTime = () => vi.advanceTimersByTimeAsync(31_000)

beforeAll(() => import('./saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe.each(draftKinds)('two windows of one agent with a %s', (kind) => {
  const browser = () => browserWith(aWhile, kind)

  it('see one draft: an untouched window shows what the other one types', async () => {
    const { open } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    expect(other.front()).toMatchObject({ id: one.front().id, content: saying(kind, 'Call back') })

    one.type('Call back today')
    await aWhile()
    expect(titleOf(other.front().content)).toBe('Call back today')
  })

  it('have two versions when both have typed, and no text is replaced before the agent chooses', async () => {
    const { open, names } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    one.type('Call back today')
    other.type('Call back tomorrow')
    await one.hand.flush()
    await aWhile()

    expect(names()).toEqual(['ana call: Call back today', 'ana call: Call back tomorrow'])
    expect(titleOf(one.front().content)).toBe('Call back today')
    expect(other.front()).toMatchObject({
      content: saying(kind, 'Call back tomorrow'),
      otherVersion: { content: saying(kind, 'Call back today') },
    })
  })

  it.each([
    ['keepOwn', 'Call back tomorrow', 'Call back today'],
    ['takeOther', 'Call back today', 'Call back tomorrow'],
  ] as const)('have one version after the agent has chosen: %s', async (choice, chosen, rest) => {
    const { open, names } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    one.type('Call back today')
    other.type('Call back tomorrow')()
    await one.hand.flush()
    await aWhile()
    await other.hand.withSaved((saved) => saved[choice](other.front().id))
    await aWhile()

    expect(names()).toEqual([`ana call: ${chosen}`])
    expect([one, other].map(({ front }) => titleOf(front().content))).toEqual([chosen, chosen])
    expect(other.front().otherVersion).toBeUndefined()
    other.hand.undiscard()
    await aWhile()
    expect(othersOf(other.hand.getSnapshot()).map(({ content }) => titleOf(content))).toEqual([rest])
  })

  it('both show a task that one of them has created', async () => {
    const { open, names } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    one.hand.noteCreated(one.front().id, entry('new-task', kind))
    await aWhile()

    expect(names()).toEqual([])
    expect(other.front()).toMatchObject({
      phase: 'created',
      task: { contactId: 'new-task' },
      isElsewhere: true,
    })
    expect(other.hand.ledger.getSnapshot()).toMatchObject([{ contactId: 'new-task' }])
  })

  it('do not lose what was typed in one of them while the other created the task', async () => {
    const { open, names } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    const { id } = one.front()
    other.type('Call back, and send the form')
    one.hand.noteCreated(id, entry('new-task', kind))
    await aWhile()

    expect(names()).toEqual(['ana call: Call back, and send the form'])
    expect(other.front()).toMatchObject({
      phase: 'begun',
      content: saying(kind, 'Call back, and send the form'),
      createdBefore: { contactId: 'new-task' },
    })
    expect(one.front()).toMatchObject({ phase: 'created' })
  })

  it('have the last text of a window that went before the storage could answer', async () => {
    const { open, names } = browser()
    let isGone = false
    const one = await open(() => isGone)
    one.type('Call back')
    await aWhile()
    one.type('Call back today')
    isGone = true
    void one.hand.leave()
    const later = await open()

    expect(titleOf(later.front().content)).toBe('Call back today')
    expect(names()).toEqual(['ana call: Call back today'])
  })

  it('have both texts when another one was stored before that of the window that went', async () => {
    const { open, names } = browser()
    let isGone = false
    const [one, other] = [await open(() => isGone), await open()]
    one.type('Call back')
    await aWhile()
    one.type('Call back today')
    isGone = true
    void one.hand.leave()
    other.type('Call back tomorrow')
    await aWhile()

    await open()
    expect(names()).toEqual(['ana call: Call back today', 'ana call: Call back tomorrow'])
  })

  it('have both texts when the agent signs out in one before it has seen that of the other', async () => {
    const { open, names } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    one.type('Call back today')
    other.type('Call back tomorrow')
    void other.hand.flush()
    one.hand.clear()
    await aWhile()

    await open()
    expect(names()).toEqual(['ana call: Call back today', 'ana call: Call back tomorrow'])
  })

  it('store a text of its own place once more, when a third window has written over that place', async () => {
    const { open, names } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await one.hand.flush()
    const sent = attemptOf('t', 'Call back', kind)
    other.hand.noteSubmitted(other.front().id, { latest: sent.attempt, uncertain: [sent] })
    await other.hand.flush()
    one.type('Call back today')
    await one.hand.flush()
    other.type('Call back tomorrow')
    await other.hand.flush()
    const third = await open()
    expect(titleOf(third.front().content)).toBe('Call back tomorrow')
    third.type('Call back on Friday')
    await third.hand.flush()
    other.type('Call back on Monday')
    await other.hand.flush()

    expect(names()).toEqual([
      'ana call: Call back on Friday',
      'ana call: Call back on Monday',
      'ana call: Call back today',
    ])
  })

  it('know after a reload whether the agent has typed another text since an attempt was sent', async () => {
    const { open } = browser()
    const one = await open()
    one.type('Call back')
    const sent = attemptOf('t', 'Call back', kind)
    one.hand.noteSubmitted(one.front().id, { latest: sent.attempt, uncertain: [sent] })
    await one.hand.flush()
    expect((await open()).front().earlier).toEqual({ latest: sent.attempt, uncertain: [sent] })
    one.type('Call back today')
    await one.hand.flush()

    expect((await open()).front().earlier).toEqual({
      latest: sent.attempt,
      isEdited: true,
      uncertain: [sent],
    })
  })

  it('ask about an attempt whose window was closed while it was sent', async () => {
    const { open } = browser()
    const [one, other] = [await open(), await open()]
    one.type('Call back')
    await aWhile()
    const sent = attemptOf('t', 'Call back', kind)
    one.hand.noteSubmitted(one.front().id, { latest: sent.attempt, uncertain: [sent] })
    await one.hand.flush()
    expect(other.front().earlier?.uncertain ?? []).toEqual([])
    await answerTime()

    expect(other.front().earlier?.uncertain).toEqual([sent])
  })

  it('keep the question about the one text when the other is created', async () => {
    const { open, stored } = browser()
    const [one, other] = [await open(), await open()]
    one.type('X')
    await aWhile()
    const { id } = one.front()
    const first = attemptOf('x', 'X', kind)
    one.hand.noteSubmitted(id, { latest: first.attempt, uncertain: [first] })
    await one.hand.flush()
    await answerTime()
    one.type('Y')
    const second = attemptOf('y', 'Y', kind)
    one.hand.noteSubmitted(id, { latest: second.attempt, uncertain: [first, second] })
    await one.hand.flush()
    // The first window is killed now.
    other.hand.noteCreated(id, entry('x-task', kind), undefined, { settled: ['x'], sent: [] })
    await aWhile()

    expect(stored().flatMap(({ earlier }) => earlier?.uncertain ?? [])).toEqual([second])
    const later = await open()
    expect(later.hand.getSnapshot().drafts.flatMap(({ earlier }) => earlier?.uncertain ?? [])).toEqual([
      second,
    ])
  })
})

/** One event: an action in a window, or the start or end of a window. */
const step = fc.oneof(
  fc.record({ act: fc.constant('type'), window: fc.nat(2) }),
  fc.record({
    act: fc.constantFrom(
      'send',
      'create',
      'refuse',
      'switch',
      'flush',
      'type and close',
      'close',
      'kill',
      'sign out',
      'sign out while the other types',
      'wait',
    ),
    window: fc.nat(2),
  }),
)

it('windows lose no text and no question of tasks and messages, in any order of what happens in them and to them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      // Otherwise the windows of the run before would still read their storage.
      vi.clearAllTimers()
      const { open, stored } = browserWith(aWhile)
      const openAnother = async () => {
        const state = { isGone: false }
        return { state, ...(await open(() => state.isGone)) }
      }
      const windows = [await openAnother(), await openAnother(), await openAnother()]
      let typed = 0
      const questions = new Map<string, UncertainAttempt<AnyRequest>>()
      const createdTexts = new Set<string>()
      const texts = new Set<string>()
      /** The agent replaces the text on the screen, which may come from another window. */
      const type = ({ hand, front, type: typeIn }: Awaited<ReturnType<typeof openAnother>>) => {
        if (front().phase === 'created') hand.startOver()
        typed += 1
        texts.delete(titleOf(front().content))
        typeIn(`text ${typed}`)
        texts.add(`text ${typed}`)
      }
      const inStore = () => stored().map(({ content }) => titleOf(content))
      /** Stores everything: a window that is killed after this loses nothing. */
      const flush = async ({ hand, front }: Awaited<ReturnType<typeof openAnother>>) => {
        await hand.flush()
        const text = titleOf(front().content)
        // Another window may still show a text that the agent has replaced.
        if (texts.has(text) && !createdTexts.has(text)) expect(inStore()).toContain(text)
      }
      for (const next of steps) {
        const window = windows[next.window]
        if (!window) continue
        const { id, kind, content, phase, earlier, tokens: known } = window.front()
        const unanswered = earlier?.uncertain ?? []
        switch (next.act) {
          case 'type':
            type(window)
            await flush(window)
            break
          case 'send': {
            if (phase !== 'begun' || titleOf(content) === '') break
            const sent = attemptOf(`${id} ${titleOf(content)}`, titleOf(content), kind)
            questions.set(sent.attempt.clientToken, sent)
            window.hand.noteSubmitted(id, { latest: sent.attempt, uncertain: [...unanswered, sent] })
            await flush(window)
            break
          }
          case 'create': {
            const [settled, ...left] = unanswered
            if (!settled || phase !== 'asked') break
            questions.delete(settled.attempt.clientToken)
            createdTexts.add(titleOfRequest(settled.attempt.request))
            const rest = { latest: settled.attempt, uncertain: left }
            const tokens = { settled: [...(known?.settled ?? []), settled.attempt.clientToken], sent: [] }
            const task = entry(`task ${settled.attempt.clientToken}`, kind)
            // The panel shows the card only while the form holds the text that was sent.
            if (titleOfRequest(settled.attempt.request) === titleOf(content))
              window.hand.noteCreated(id, task, left.length > 0 ? rest : undefined, tokens)
            else window.hand.noteSubmitted(id, rest, false, tokens)
            await flush(window)
            break
          }
          case 'refuse': {
            const [settled, ...left] = unanswered
            if (!settled || phase !== 'asked') break
            questions.delete(settled.attempt.clientToken)
            window.hand.noteSubmitted(id, { latest: settled.attempt, uncertain: left })
            await flush(window)
            break
          }
          case 'switch':
            window.hand.switchKind(kind === 'task' ? 'message' : 'task')
            break
          case 'flush':
            await flush(window)
            break
          case 'wait':
            await answerTime()
            break
          case 'sign out':
          case 'sign out while the other types':
            for (const other of next.act === 'sign out' ? [] : windows.filter((each) => each !== window)) {
              type(other)
              void other.hand.flush()
            }
            type(window)
            window.hand.clear()
            window.hand.open(ana)
            await aWhile()
            break
          case 'type and close':
          case 'close':
          case 'kill':
            if (next.act === 'type and close') type(window)
            if (next.act !== 'kill') void window.hand.leave()
            window.state.isGone = true
            window.hand.clear()
            windows[next.window] = await openAnother()
            break
        }
      }
      await answerTime()
      const later = await openAnother()
      const asked = new Set(
        later.hand
          .getSnapshot()
          .drafts.flatMap(({ earlier }) => earlier?.uncertain ?? [])
          .map(({ attempt }) => attempt.clientToken),
      )
      expect([...questions.keys()].filter((token) => !asked.has(token))).toEqual([])
      const onScreens = [...windows, later].flatMap(({ hand }) => {
        const { drafts, discarded } = hand.getSnapshot()
        return [...drafts, ...discarded].flatMap(({ content, otherVersion }) => [
          titleOf(content),
          otherVersion ? titleOf(otherVersion.content) : '',
        ])
      })
      const everywhere = new Set([...inStore(), ...onScreens, ...createdTexts])
      expect([...texts].filter((text) => !everywhere.has(text))).toEqual([])
    }),
    { numRuns: 100 },
  )
}, 30_000)
