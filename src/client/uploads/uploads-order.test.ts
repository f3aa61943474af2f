import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { chosenFile, createUploadsModel, type Fate } from './uploads-model-harness.ts'
import { isOnItsWay } from './upload-state.ts'

const drafts = ['one', 'two'] as const
const fates: readonly Fate[] = ['answered', 'answered', 'answered', 'lost', 'refused', 'busy']

type Model = ReturnType<typeof createUploadsModel>
interface Event {
  readonly name: string
  readonly run: (model: Model) => void | Promise<void>
}

const draft = fc.constantFrom(...drafts)
const file = fc.tuple(draft, fc.nat(4))

const ofFile = (
  name: string,
  weight: number,
  act: (model: Model, draftId: string, fileId: string) => void,
) => ({
  weight,
  arbitrary: file.map(([draftId, index]): Event => ({
    name: `${name} ${index} of ${draftId}`,
    run: (model) => act(model, draftId, model.fileAt(draftId, index)),
  })),
})

const ofDraft = (
  name: string,
  weight: number,
  act: (model: Model, draftId: string) => void | Promise<void>,
) => ({
  weight,
  arbitrary: draft.map((draftId): Event => ({
    name: `${name} ${draftId}`,
    run: (model) => act(model, draftId),
  })),
})

/** The file that was removed last. */
const removed = new WeakMap<Model, [draftId: string, fileId: string]>()

/** All events, each with its weight. */
const event: fc.Arbitrary<Event> = fc.oneof(
  ofDraft('add to', 4, ({ uploads }, draftId) =>
    uploads(draftId).add([chosenFile('a.png'), chosenFile('b.png')]),
  ),
  {
    weight: 14,
    arbitrary: fc.tuple(fc.constantFrom(...fates), fc.nat(3)).map(([fate, index]) => ({
      name: `answer ${index}: ${fate}`,
      run: (model: Model) => model.end(fate, index),
    })),
  },
  ofFile('cancel', 2, ({ uploads }, draftId, fileId) => uploads(draftId).cancel(fileId)),
  ofFile('retry', 3, ({ uploads }, draftId, fileId) => uploads(draftId).retry(fileId)),
  ofFile('rename', 1, ({ uploads }, draftId, fileId) => uploads(draftId).rename(fileId, 'c.png')),
  ofFile('remove', 2, (model, draftId, fileId) => {
    model.uploads(draftId).remove(fileId)
    removed.set(model, [draftId, fileId])
  }),
  {
    weight: 2,
    arbitrary: fc.constant<Event>({
      name: 'undo',
      run: (model) => {
        const [draftId, fileId] = removed.get(model) ?? ['one', '']
        model.uploads(draftId).undoRemove(fileId)
      },
    }),
  },
  ofDraft('forget removals of', 2, ({ uploads }, draftId) => uploads(draftId).forgetRemoved()),
  ofDraft('discard', 1, ({ desk }, draftId) => {
    desk.drop(draftId)
    desk.open(draftId)
  }),
  {
    weight: 1,
    arbitrary: fc.constant<Event>({ name: 'copy', run: ({ desk }) => desk.copy('one', 'two') }),
  },
  { weight: 1, arbitrary: fc.constant<Event>({ name: 'reload', run: (model) => model.reload() }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(3, 20, 1_000, 80_000).map((seconds) => ({
      name: `${seconds} s pass`,
      run: (model: Model) => model.clock.pass(seconds * 1_000),
    })),
  },
)

const told = (events: readonly Event[]) => events.map(({ name }) => name).join(', ')

async function happen(model: Model, events: readonly Event[]) {
  /* One event after the other. */
  /* oxlint-disable no-await-in-loop */
  for (const { run } of events) {
    await run(model)
    await model.clock.settle()
  }
  /* oxlint-enable no-await-in-loop */
}

/** Answers all requests from now on. */
async function finish(model: Model) {
  /* One answer after the other. */
  /* oxlint-disable no-await-in-loop */
  for (let round = 0; round < 300 && drafts.some((id) => model.list(id).some(isOnItsWay)); round += 1) {
    await model.end('answered')
    await model.clock.pass(1_000)
  }
  /* oxlint-enable no-await-in-loop */
}

/** Thousands of events take a while on a busy machine. */
const timeoutMs = 30_000

test(
  'in any order of events, at most two files are sent at once, and no file is deleted that a draft has',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 60 }), async (events) => {
        const model = createUploadsModel()
        for (const id of drafts) model.desk.open(id)
        await happen(model, events)

        expect(model.mistakes, told(events)).toEqual([])
      }),
      { numRuns: 300 },
    )
  },
  timeoutMs,
)

test(
  'after any order of events, each file arrives or says why not, and no other waits behind it',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 40 }), async (events) => {
        const model = createUploadsModel()
        for (const id of drafts) model.desk.open(id)
        await happen(model, events)
        await finish(model)
        model.uploads('one').add([chosenFile('last.png')])
        await model.clock.settle()
        await finish(model)

        expect(model.list('one').at(-1), told(events)).toMatchObject({ name: 'last.png', state: 'done' })
        expect(model.list('two').filter(isOnItsWay)).toEqual([])
        expect(model.mistakes).toEqual([])
      }),
      { numRuns: 150 },
    )
  },
  timeoutMs,
)
