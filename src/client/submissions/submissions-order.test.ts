import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUnderWay } from '../attempts/submission-state.ts'
import { createModel, type Fate } from './submissions-model-harness.ts'

const drafts = ['one', 'two', 'three'] as const
const texts = ['call back', 'call back today', 'send a letter'] as const
const fates: readonly Fate[] = [
  'created',
  'refused',
  'lost',
  'lost after creation',
  'throttled',
  'busy',
  'called back',
]

type Model = ReturnType<typeof createModel>
interface Event {
  readonly name: string
  readonly run: (model: Model) => void | Promise<void>
}

const draft = fc.constantFrom(...drafts)

/** All events, each with its weight. */
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(draft, fc.constantFrom(...texts)).map(([id, text]) => ({
      name: `press ${id}: ${text}`,
      run: (model: Model) => model.press(id, text),
    })),
  },
  {
    weight: 10,
    arbitrary: fc.tuple(fc.constantFrom(...fates), fc.nat(3)).map(([fate, index]) => ({
      name: `answer ${index}: ${fate}`,
      run: (model: Model) => model.answer(fate, index),
    })),
  },
  {
    weight: 2,
    arbitrary: draft.map((id) => ({
      name: `edit on ${id}`,
      run: (model: Model) => model.submission(id).dismiss(),
    })),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(draft, fc.boolean()).map(([id, isLatest]) => ({
      name: `ask again ${id} ${isLatest ? 'latest' : 'first'}`,
      run: (model: Model) => model.ask(id, isLatest),
    })),
  },
  {
    weight: 1,
    arbitrary: draft.map((id) => ({
      name: `cancel ${id}`,
      run: (model: Model) => model.submission(id).stopWaiting(),
    })),
  },
  {
    weight: 1,
    arbitrary: draft.map((id) => ({ name: `settle ${id}`, run: (model: Model) => model.settle(id) })),
  },
  {
    weight: 2,
    arbitrary: fc.boolean().map((isOnline) => ({
      name: isOnline ? 'online' : 'offline',
      run: (model: Model) => model.net.set(isOnline),
    })),
  },
  {
    weight: 5,
    arbitrary: fc.constantFrom(1, 5, 45, 130, 290, 400).map((seconds) => ({
      name: `${seconds} s pass`,
      run: (model: Model) => model.clock.pass(seconds * 1_000),
    })),
  },
  // Signing out ends the page's submissions too; the next sign-in reads what was stored.
  { weight: 1, arbitrary: fc.constant({ name: 'reload or sign out', run: (model: Model) => model.leave() }) },
)

/** The same events over days. Connect does not forget a message in that time. */
const eventOfDays: fc.Arbitrary<Event> = fc.oneof(
  { weight: 8, arbitrary: event },
  {
    weight: 1,
    arbitrary: fc.constantFrom(1, 3, 6, 8).map((days) => ({
      name: `${days} days pass`,
      run: (model: Model) => model.clock.pass(days * 24 * 3_600_000),
    })),
  },
)

/** The same events with files. */
const eventWithFiles: fc.Arbitrary<Event> = fc.oneof(
  { weight: 8, arbitrary: event },
  {
    weight: 2,
    arbitrary: fc.tuple(draft, fc.boolean()).map(([id, isThere]) => ({
      name: `the files of ${id} are ${isThere ? 'there' : 'on their way'}`,
      run: ({ files }: Model) => files.set(id, isThere),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map((isRefused) => ({
      name: isRefused ? 'files are refused' : 'files are taken',
      run: ({ files }: Model) => files.refuse(isRefused),
    })),
  },
)

function check(model: Model): void {
  expect(model.mistakes).toEqual([])
  for (const id of drafts) {
    const state = model.submission(id).getSnapshot()
    const asked = state.uncertain.map(({ attempt }) => attempt.clientToken)
    const doubts = [...(model.doubted.get(id) ?? [])]
    // An attempt whose answer was lost stays on the screen until it is settled.
    expect(asked).toEqual(expect.arrayContaining(doubts))
    if (state.status === 'not-done') expect(doubts).not.toContain(state.attempt.clientToken)
    if (state.status === 'not-done') expect(asked).not.toContain(state.attempt.clientToken)
  }
  for (const [token, id] of model.told) expect(model.connect.idsOf(token)).toContain(id)
}

/** Checks that each content of a draft has one token, and that nothing was created twice. */
function checkTokens(model: Model): void {
  const contentOf = new Map<string, string>()
  for (const { attempt } of model.wire.sent) {
    const { clientToken, request } = attempt
    expect(contentOf.get(clientToken) ?? request.text).toBe(request.text)
    contentOf.set(clientToken, request.text)
    expect(model.connect.idsOf(clientToken).length).toBeLessThanOrEqual(1)
  }
  const contents = [...contentOf].map(([token, text]) => `${token.split('.')[0]} ${text}`)
  expect(new Set(contents).size).toBe(contents.length)
}

/** Checks that no content is created twice, although expired files need another token. */
function checkContents(model: Model): void {
  const made = new Map<string, Set<string>>()
  for (const { attempt } of model.wire.sent) {
    const key = `${attempt.clientToken.split('.')[0]} ${attempt.request.text}`
    const tasks = made.get(key) ?? new Set()
    for (const id of model.connect.idsOf(attempt.clientToken)) tasks.add(id)
    made.set(key, tasks)
  }
  expect([...made].filter(([, tasks]) => tasks.size > 1)).toEqual([])
}

/** Brings the network back, answers all requests and ends all waits. */
async function end(model: Model): Promise<void> {
  model.net.set(true)
  for (let round = 0; round < 40; round += 1) {
    // oxlint-disable-next-line no-await-in-loop -- One after the other.
    await model.clock.pass(20_000)
    while (model.wire.open().length > 0) {
      model.answer('created', 0)
      // oxlint-disable-next-line no-await-in-loop -- As above.
      await model.clock.settle()
      check(model)
    }
  }
}

/** Thousands of events take a while on a busy machine. */
const timeoutMs = 30_000

test.each([
  { kind: 'task', events: event },
  { kind: 'message', events: eventOfDays },
] as const)(
  'over all orders of events no $kind is lost, doubled, forgotten or sent unasked',
  async ({ kind, events: each }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(each, { maxLength: 40 }), async (events) => {
        const model = createModel({ kind })
        for (const { run } of events) {
          // oxlint-disable-next-line no-await-in-loop -- One event after the other.
          await run(model)
          // oxlint-disable-next-line no-await-in-loop -- As above.
          await model.clock.settle()
          check(model)
        }
        await end(model)
        checkTokens(model)
        for (const id of drafts) expect(isUnderWay(model.submission(id).getSnapshot())).toBe(false)
      }),
      { numRuns: 200 },
    )
  },
  timeoutMs,
)

test(
  'with files, no attempt is ever sent with other bytes or after they have expired, and nothing is created twice',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(eventWithFiles, { maxLength: 40 }), async (events) => {
        const model = createModel({ hasFiles: true })
        for (const { run } of events) {
          // oxlint-disable-next-line no-await-in-loop -- One event after the other.
          await run(model)
          // oxlint-disable-next-line no-await-in-loop -- As above.
          await model.clock.settle()
          check(model)
        }
        for (const id of drafts) model.files.set(id, true)
        await end(model)
        checkContents(model)
        for (const id of drafts) expect(isUnderWay(model.submission(id).getSnapshot())).toBe(false)
      }),
      { numRuns: 300 },
    )
  },
  timeoutMs,
)
