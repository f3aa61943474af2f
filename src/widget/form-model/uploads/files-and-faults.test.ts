import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { isUnderWay } from '../../../client/attempts/submission-state.ts'
import { createFilesModel, type Fate } from './files-model-harness.ts'

type Model = Awaited<ReturnType<typeof createFilesModel>>
interface Event {
  readonly name: string
  readonly run: (model: Model) => void | Promise<void>
}

const fates: readonly Fate[] = [
  'answered',
  'answered',
  'answered',
  'lost',
  'lost after',
  'lost after',
  'refused',
]

const always = (weight: number, name: string, run: Event['run']) => ({
  weight,
  arbitrary: fc.constant<Event>({ name, run }),
})

const firstFile = ({ files }: Model) => files().getSnapshot()[0]?.id ?? ''

/** All events, each with its weight. */
const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.tuple(fc.constantFrom(...fates), fc.nat(2)).map(([fate, index]) => ({
      name: `answer ${index}: ${fate}`,
      run: (model: Model) => model.end(fate, index),
    })),
  },
  always(5, 'put', (model) => model.put('stored')),
  always(1, 'put breaks', (model) => model.put('unreachable')),
  always(4, 'press', (model) => model.press()),
  always(1, 'add', (model) => model.add()),
  always(1, 'cancel', (model) => model.submission().stopWaiting()),
  always(1, 'retry', (model) => model.files().retry(firstFile(model))),
  always(1, 'ask again', (model) => void model.submission().askAgain()),
  always(1, 'answer questions', (model) => model.answerQuestions()),
  always(1, 'remove', (model) => {
    model.files().remove(firstFile(model))
    model.files().forgetRemoved()
  }),
  always(2, 'reload', (model) => model.reload()),
  {
    weight: 3,
    arbitrary: fc.constantFrom(2, 20, 100, 400).map((seconds) => ({
      name: `${seconds} s pass`,
      run: (model: Model) => model.clock.pass(seconds * 1_000),
    })),
  },
)

/** One file has arrived, and the task with it is on its way. */
async function withTaskOnItsWay(): Promise<Model> {
  const model = await createFilesModel()
  model.add()
  await model.settle()
  model.end('answered', 0)
  await model.settle()
  model.put('stored')
  await model.settle()
  model.end('answered', 0)
  await model.settle()
  model.press()
  await model.settle()
  model.end('answered', 0)
  await model.settle()
  return model
}

async function happen(model: Model, events: readonly Event[]): Promise<void> {
  for (const { run } of events) {
    await run(model)
    await model.settle()
  }
}

/** Answers every open request and ends every wait. */
async function finish(model: Model): Promise<void> {
  for (let round = 0; round < 30; round += 1) {
    model.put('stored')
    model.end('answered', 0)
    await model.settle()
    await model.clock.pass(20_000)
    await model.settle()
  }
}

beforeAll(() =>
  Promise.all([
    import('../../../drafts/sync/saved-drafts.ts'),
    import('../../../contract/uploads/uploads.ts'),
  ]),
)

test('if answers are lost, a task with files is created once, with the same bytes at each send, and keeps its files', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 30 }), async (events) => {
      const model = await withTaskOnItsWay()
      await happen(model, events)
      await finish(model)
      const told = events.map(({ name }) => name).join(', ')

      expect(model.far.mistakes, told).toEqual([])
      expect(isUnderWay(model.submission().getSnapshot()), told).toBe(false)
      const { uncertain } = model.submission().getSnapshot()
      const asked = new Set(uncertain.map(({ attempt }) => attempt.clientToken))
      const silent = [...model.far.tasks].filter(
        ([token, { id }]) => !model.told.has(id) && !asked.has(token),
      )
      expect(silent, told).toEqual([])
      // In this test each task has other files, so two tasks with the same files are the same task twice.
      const files = [...model.far.tasks.values()].map(({ bytes }) => bytes.match(/object-\d+/g)?.join() ?? '')
      expect(new Set(files).size, told).toBe(files.length)
    }),
    { numRuns: 150 },
  )
}, 60_000)
