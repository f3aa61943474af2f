import { describe, expect, it } from 'vitest'
import { chosenFile, createUploadsModel, type Fate } from './uploads-model-harness.ts'

type Model = ReturnType<typeof createUploadsModel>

function openDraft() {
  const model = createUploadsModel()
  model.desk.open('draft')
  return { ...model, uploads: model.uploads('draft'), model }
}

const statesOf = ({ list }: Pick<Model, 'list'>) => list('draft').map(({ state }) => state)

async function endAll({ end }: Pick<Model, 'end'>, fates: readonly Fate[]) {
  // One answer after the other.
  // oxlint-disable-next-line no-await-in-loop
  for (const fate of fates) await end(fate)
}

/** The answers that one file needs. */
const wholeWay = ['answered', 'answered', 'answered', 'answered'] as const

describe('a file', () => {
  it('is hashed, sent and checked, and its draft keeps the token from the proxy', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('bill.png', 3)])
    const seen: string[] = []
    model.uploads.subscribe(() => seen.push(...statesOf(model)))
    await model.clock.settle()
    await endAll(model, wholeWay)

    expect([...new Set(seen)]).toEqual(['hashing', 'asking', 'sending', 'completing', 'done'])
    expect(model.desk.files.of('draft')).toMatchObject([
      { name: 'bill.png', bytes: 3, type: 'image/png', upload: { token: 'upload-2' } },
    ])
  })

  it('shows progress that never goes back', async () => {
    const model = openDraft()
    const seen: number[] = []
    model.uploads.subscribe(() => seen.push(...model.list('draft').map(({ progress }) => progress)))
    model.uploads.add([chosenFile('bill.png')])
    await model.clock.settle()
    await endAll(model, wholeWay)

    expect(seen).toEqual(seen.toSorted((one, other) => one - other))
    expect(seen.at(-1)).toBe(1)
  })

  it('waits while two others are on their way', async () => {
    const model = openDraft()
    model.uploads.add(['a.png', 'b.png', 'c.png'].map((name) => chosenFile(name)))
    await model.clock.settle()

    expect(statesOf(model)).toEqual(['hashing', 'hashing', 'waiting'])
    await endAll(model, ['answered', 'answered', 'answered', 'answered', 'answered', 'answered', 'answered'])
    expect(statesOf(model)).toContain('done')
    expect(statesOf(model)[2]).not.toBe('waiting')
  })

  it('is sent again without the agent when the connection to the bucket breaks, and then when the agent asks', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('bill.png')])
    await model.clock.settle()
    await endAll(model, ['answered', 'answered', 'lost'])
    await model.clock.pass(2_000)
    await model.end('busy')
    await model.clock.pass(2_000)
    await model.end('lost')

    expect(model.list('draft')).toMatchObject([{ state: 'failed', failure: { reason: 'unreachable' } }])
    model.uploads.retry(model.fileAt('draft', 0))
    await model.clock.settle()
    expect(model.open().map(({ what }) => what)).toEqual(['put'])
    await endAll(model, ['answered', 'answered'])
    expect(statesOf(model)).toEqual(['done'])
  })

  it.each<[string, readonly Fate[], string]>([
    [
      'that failed for want of the network goes on',
      ['answered', 'answered', 'lost', 'lost', 'lost'],
      'sending',
    ],
    [
      'that the bucket did not take waits for the agent',
      ['answered', 'answered', 'busy', 'busy', 'busy'],
      'failed',
    ],
  ])('%s when the browser is online again', async (_, fates, state) => {
    const model = openDraft()
    model.uploads.add([chosenFile('bill.png')])
    await model.clock.settle()
    for (const fate of fates) {
      // One answer after the other.
      // oxlint-disable-next-line no-await-in-loop
      await model.end(fate)
      // oxlint-disable-next-line no-await-in-loop
      await model.clock.pass(2_000)
    }
    expect(statesOf(model)).toEqual(['failed'])
    model.resume()
    await model.clock.settle()

    expect(statesOf(model)).toEqual([state])
  })

  it('gets another place once when the bucket refuses the first', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('bill.png')])
    await model.clock.settle()
    await endAll(model, ['answered', 'answered', 'refused'])

    expect(model.open().map(({ what }) => what)).toEqual(['begin'])
    await endAll(model, ['answered', 'refused'])
    expect(model.list('draft')).toMatchObject([{ state: 'failed', failure: { reason: 'store' } }])
  })

  it('gets another place when the connection breaks after the first cannot be used any more', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('film.mov')])
    await model.clock.settle()
    await endAll(model, ['answered', 'answered'])
    await model.clock.pass(16 * 60_000)
    await model.end('lost')
    await model.clock.pass(2_000)

    expect(model.open().map(({ what }) => what)).toEqual(['begin'])
    await endAll(model, ['answered', 'answered', 'answered'])
    expect(statesOf(model)).toEqual(['done'])
    expect(model.mistakes).toEqual([])
  })

  it('is asked about again when an answer of the proxy is lost', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('bill.png')])
    await model.clock.settle()
    await endAll(model, ['answered', 'lost'])
    await model.clock.pass(2_000)
    await endAll(model, ['answered', 'answered', 'lost'])
    await model.clock.pass(2_000)
    await model.end('answered')

    expect(statesOf(model)).toEqual(['done'])
  })

  it('that the browser can no longer read has the reason `unreadable`', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('bill.png')])
    await model.clock.settle()
    await model.end('lost')

    expect(model.list('draft')).toMatchObject([{ state: 'failed', failure: { reason: 'unreadable' } }])
  })

  it('that the rules refuse is uploaded once it has another name', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('')])
    await model.clock.settle()
    const id = model.fileAt('draft', 0)
    expect(model.list('draft')).toMatchObject([{ state: 'failed', canRename: true }])
    model.uploads.rename(id, 'bill.png')
    await model.clock.settle()

    expect(model.list('draft')).toMatchObject([{ name: 'bill.png', state: 'hashing' }])
    await endAll(model, ['answered', 'answered'])
    expect(model.list('draft')).toMatchObject([{ state: 'sending', canRename: false }])
    model.uploads.rename(id, 'other.png')
    expect(model.list('draft')).toMatchObject([{ name: 'bill.png' }])
  })

  it('that is cancelled while it is sent is deleted from the bucket, and can be sent again', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('bill.png')])
    await model.clock.settle()
    await endAll(model, ['answered', 'answered'])
    const id = model.fileAt('draft', 0)
    model.uploads.cancel(id)
    await model.clock.settle()

    expect(statesOf(model)).toEqual(['cancelled'])
    expect(model.discarded).toEqual(['slot-1'])
    model.uploads.retry(id)
    await model.clock.settle()
    expect(statesOf(model)).toEqual(['asking'])
  })
})

async function withFinished() {
  const model = openDraft()
  model.uploads.add([chosenFile('a.png'), chosenFile('b.png')])
  await model.clock.settle()
  await endAll(model, [...wholeWay, ...wholeWay])
  return model
}

describe('a removed file', () => {
  it('comes back unchanged to its place', async () => {
    const model = await withFinished()
    const id = model.fileAt('draft', 0)
    model.uploads.remove(id)
    expect(model.list('draft')).toMatchObject([{ name: 'b.png' }])
    model.uploads.undoRemove(id)

    expect(model.list('draft')).toMatchObject([
      { name: 'a.png', state: 'done' },
      { name: 'b.png', state: 'done' },
    ])
    expect(model.discarded).toEqual([])
  })

  it('begins again if it was stopped by that', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('a.png')])
    await model.clock.settle()
    const id = model.fileAt('draft', 0)
    model.uploads.remove(id)
    await model.clock.settle()
    expect(model.list('draft')).toEqual([])
    model.uploads.undoRemove(id)
    await model.clock.settle()

    expect(statesOf(model)).toEqual(['hashing'])
  })

  it('is deleted from the bucket once the removal cannot be undone', async () => {
    const model = await withFinished()
    const token = model.desk.files.of('draft')?.[0]?.upload?.token
    model.uploads.remove(model.fileAt('draft', 0))
    expect(model.discarded).toEqual([])
    model.uploads.forgetRemoved()

    expect(model.discarded).toEqual([token])
  })

  it('stays in the bucket if a copy of the draft has it', async () => {
    const model = await withFinished()
    model.desk.copy('draft', 'copy')
    model.uploads.remove(model.fileAt('draft', 0))
    model.uploads.forgetRemoved()

    expect(model.discarded).toEqual([])
  })
})

describe('the files of a draft', () => {
  it('make the browser ask before the page is closed until they have arrived', async () => {
    const model = openDraft()
    expect(model.isBusy()).toBe(false)
    model.uploads.add([chosenFile('a.png')])
    await model.clock.settle()
    expect(model.isBusy()).toBe(true)
    await endAll(model, wholeWay)

    expect(model.isBusy()).toBe(false)
  })

  it('go on while another draft is in front, and are kept with their own', async () => {
    const model = openDraft()
    model.desk.open('other')
    model.uploads.add([chosenFile('a.png')])
    await model.clock.settle()
    await endAll(model, wholeWay)

    expect(model.list('other')).toEqual([])
    expect(statesOf(model)).toEqual(['done'])
  })

  it('are stopped when the draft is gone', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('a.png')])
    await model.clock.settle()
    await endAll(model, ['answered', 'answered'])
    model.desk.drop('draft')
    await model.clock.settle()

    expect(model.discarded).toEqual(['slot-1'])
  })

  it('are never shown as lost while they are uploaded, even if the desk changes', async () => {
    const model = openDraft()
    const seen = new Set<string>()
    model.uploads.subscribe(() => {
      for (const state of statesOf(model)) seen.add(state)
    })
    model.uploads.add([chosenFile('a.png')])
    await model.clock.settle()
    await endAll(model, wholeWay)

    expect(statesOf(model)).toEqual(['done'])
    expect(seen).not.toContain('failed')
  })

  it.each<[string, readonly Fate[], string]>([
    ['is not begun', [], 'hashing'],
    ['is half sent', ['answered', 'answered'], 'asking'],
    ['has arrived, unknown to the draft,', wholeWay, 'asking'],
  ])('go on when the draft comes back: one that %s', async (_, fates, state) => {
    const model = openDraft()
    model.uploads.add([chosenFile('a.png')])
    await model.clock.settle()
    const before = model.desk.files.of('draft') ?? []
    await endAll(model, fates)
    model.desk.drop('draft')
    await model.clock.pass(60_000)
    expect(model.isBusy()).toBe(false)
    model.desk.restore('draft', before)
    await model.clock.settle()

    expect(statesOf(model)).toEqual([state])
  })

  it('that the agent had cancelled stay so when the draft comes back', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('a.png')])
    await model.clock.settle()
    model.uploads.cancel(model.fileAt('draft', 0))
    const before = model.desk.files.of('draft') ?? []
    model.desk.drop('draft')
    model.desk.restore('draft', before)
    await model.clock.settle()

    expect(statesOf(model)).toEqual(['cancelled'])
    model.uploads.retry(model.fileAt('draft', 0))
    await model.clock.settle()
    expect(statesOf(model)).toEqual(['hashing'])
  })

  it('must be chosen again when the draft comes back after more than ten minutes', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('a.png')])
    await model.clock.settle()
    const before = model.desk.files.of('draft') ?? []
    model.desk.drop('draft')
    await model.clock.pass(601_000)
    model.desk.restore('draft', before)

    expect(model.list('draft')).toMatchObject([{ state: 'failed', failure: { reason: 'missing' } }])
  })

  it('are there after a reload if they had arrived; the others must be chosen again', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('a.png'), chosenFile('b.png')])
    await model.clock.settle()
    await endAll(model, ['answered', 'lost', 'answered', 'answered', 'answered'])
    await model.reload()

    expect(model.list('draft')).toMatchObject([
      { name: 'a.png', state: 'done' },
      { name: 'b.png', state: 'failed', failure: { reason: 'missing', canRetry: false } },
    ])
  })

  it('are checked again in time, however late they arrive', async () => {
    const { desk, mistakes, reload, list } = await withFinished()
    const id = desk.files.of('draft')?.[0]?.id ?? ''
    const expiresAt = 400 * 86_400_000
    desk.files.changeFile(id, (file) => ({ ...file, upload: { token: 'stored', expiresAt } }))
    desk.files.changeList('draft', (files) => files.slice(0, 1))
    await reload()

    expect(list('draft')).toMatchObject([{ state: 'done' }])
    expect(mistakes).toEqual([])
  })

  it('are forgotten with their draft', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('a.png')])
    await model.clock.settle()
    model.desk.drop('draft')
    model.desk.open('next')
    expect(model.list('next')).toEqual([])

    expect(model.model.uploads('draft')).not.toBe(model.uploads)
  })

  it('say so when the bucket keeps them no longer', async () => {
    const model = openDraft()
    model.uploads.add([chosenFile('a.png')])
    await model.clock.settle()
    await endAll(model, wholeWay)
    await model.clock.pass(20 * 3_600_000)

    expect(model.list('draft')).toMatchObject([
      { state: 'failed', failure: { reason: 'expired', canRetry: true } },
    ])
    model.uploads.retry(model.fileAt('draft', 0))
    await model.clock.settle()
    expect(statesOf(model)).toEqual(['asking'])
    await model.reload()
    expect(model.list('draft')).toMatchObject([{ failure: { reason: 'missing' } }])
  })
})
