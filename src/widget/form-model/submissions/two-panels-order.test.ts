import * as fc from 'fast-check'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { isSettled } from '../../../client/attempts/submission-state.ts'
import type { KeptParts } from '../../../core/existing-task/permissions.ts'
import { repeatAskedMs } from '../../../core/attempts/repeated-task.ts'
import { draftSaying, requestSaying } from '../../../drafts/kinds-harness.ts'
import { titleOf } from '../../../drafts/desk/draft-title.ts'
import type { ClientFailure } from '../../../client/task-client-error.ts'
import { aWhile, browserWith, refusal, type Sent, type Storage } from './two-panels-harness.ts'

const lost: ClientFailure = { code: 'unreachable', outcome: 'unknown', issues: [] }

const act = fc.constantFrom(
  'type',
  'type again',
  'edit back',
  'type and press',
  'press',
  'press',
  'go on',
  'edit',
  'ask again',
  'created',
  'created',
  'refused',
  'lost',
  'lost after creation',
  'next draft',
  'sign out',
  'close',
  'kill',
)

/** One step: an act in one of the windows, and how long the test waits afterwards. */
const step = fc.record({
  act,
  window: fc.nat(1),
  which: fc.nat(),
  pause: fc.constantFrom('none', 'none', 'short', 'short', 'answer'),
})

type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never

const pauses = {
  none: async () => {},
  short: aWhile,
  answer: () => vi.advanceTimersByTimeAsync(31_000),
}

/** One browser, and Connect, which honours tokens. */
async function createPlace(keeps: KeptParts, hasLocks: boolean) {
  const { open } = browserWith('task', hasLocks)
  const openAnother = async () => {
    const storage: Storage = { now: 'works' }
    return { storage, answered: new Set<Sent>(), ...(await open(keeps, storage)) }
  }
  const windows = [await openAnother(), await openAnother()]
  /** All windows that were ever open. */
  const everyWindow = [...windows]
  const made = new Map<string, { readonly text: string; readonly id: string; readonly at: number }>()

  const texts: string[] = []
  /** The texts that each draft has had. */
  const former = new Map<string, readonly string[]>()
  const newText = () => {
    texts.push(`Text ${texts.length}.`)
    return texts.at(-1) ?? ''
  }

  function create({ attempt: { clientToken, request } }: Sent) {
    const text = texts.find((each) => JSON.stringify(request).includes(`"${each}"`)) ?? ''
    const known = made.get(clientToken) ?? { text, id: `task ${made.size}`, at: Date.now() }
    made.set(clientToken, known)
    return { contactId: known.id, scheduledTime: null }
  }

  async function run({ act: next, window: number, which }: Step): Promise<void> {
    const window = windows[number]
    if (!window) return
    const { hand, front } = window
    const waiting = window.sent.find((each) => !window.answered.has(each))
    const type = (text: string) => {
      if (front().phase === 'created') hand.startOver()
      // While the task is being sent, the fields are disabled.
      if (!isSettled(window.state())) return
      const { id } = front()
      former.set(id, [...(former.get(id) ?? []), text])
      const attributes = keeps === 'everything' ? [] : [{ key: 'order', value: text }]
      hand.attach(id, () => draftSaying('task', text, attributes))()
      hand.touch()
    }
    const press = () => {
      const { content, phase } = front()
      const title = titleOf(content)
      if (phase === 'created' || title === '') return
      if (window.state().status === 'unknown') {
        void window.askAgain()
        return
      }
      // Until then, a failure stays over an edited text.
      window.edit()
      window.pressButton(requestSaying('task', title, content.attributes))
    }
    switch (next) {
      case 'type':
        type(newText())
        return
      case 'type again':
        // If the browser stores no hash of a text, it cannot know that another draft had the same text, so every text is new.
        type((keeps === 'everything' ? texts[which % texts.length] : undefined) ?? newText())
        return
      case 'edit back': {
        const [text = ''] = former.get(front().id)?.slice(-2) ?? []
        if (text !== '' && front().phase !== 'created') type(text)
        return
      }
      case 'type and press':
        type(newText())
        press()
        return
      case 'press':
        press()
        return
      case 'go on':
        if (front().phase === 'created') hand.startOver()
        return
      case 'edit':
        window.edit()
        return
      case 'ask again':
        void window.askAgain()
        return
      case 'next draft': {
        const other = hand.getSnapshot().drafts.find(({ id }) => id !== front().id)
        if (other) hand.putInFront(other.id)
        return
      }
      case 'sign out':
        await window.signOutAndIn()
        return
      case 'close':
      case 'kill':
        if (next === 'close') await hand.leave()
        window.storage.now = 'hangs'
        hand.clear()
        windows[number] = await openAnother()
        everyWindow.push(windows[number])
        return
      case 'created':
      case 'refused':
      case 'lost':
      case 'lost after creation':
        if (!waiting) return
        window.answered.add(waiting)
        if (next === 'created') waiting.answer(create(waiting))
        else {
          if (next === 'lost after creation') create(waiting)
          waiting.refuse(next === 'refused' ? refusal : lost)
        }
    }
  }

  /** The tasks that Connect has twice. */
  const twice = () => {
    const all = [...made.values()]
    return all.filter((one) =>
      all.some(
        (other) => other !== one && other.text === one.text && Math.abs(other.at - one.at) < repeatAskedMs,
      ),
    )
  }
  /** Attempts of which a window wrongly says "not created": the task exists, or another window is still sending it. */
  const untrue = () => {
    const onTheirWay = everyWindow.flatMap(({ sent, answered }) => sent.filter((each) => !answered.has(each)))
    const unsure = new Set([...onTheirWay.map(({ attempt }) => attempt.clientToken), ...made.keys()])
    return windows.flatMap((window) => {
      const state = window.state()
      return state.status === 'not-done' && unsure.has(state.attempt.clientToken) ? [state.attempt] : []
    })
  }
  return { run, twice, untrue }
}

beforeAll(() => import('../../../drafts/sync/saved-drafts.ts'))
beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 })
})
afterEach(() => {
  vi.useRealTimers()
})

it.each([
  ['everything', true],
  ['no-attribute-values', true],
  ['everything', false],
] as const)(
  'in any order of events, two windows create no unwanted second task and never say “not created” of an existing one: policy keeps %s, locks: %s',
  async (keeps, hasLocks) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 36 }), async (steps) => {
        // Stop the timers of the windows of the previous run.
        vi.clearAllTimers()
        const place = await createPlace(keeps, hasLocks)
        for (const next of steps) {
          // oxlint-disable-next-line no-await-in-loop -- One step after the other.
          await place.run(next)
          // oxlint-disable-next-line no-await-in-loop -- As above.
          await pauses[next.pause]()
          if (next.pause !== 'none') expect(place.untrue()).toEqual([])
        }
        expect(place.twice()).toEqual([])
      }),
      { numRuns: 100 },
    )
  },
  30_000,
)
