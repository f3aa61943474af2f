import { describe, expect, it } from 'vitest'
import { TaskClientError, type ClientFailure } from '../../../client/task-client-error.ts'
import type { TaskClient } from '../../../client/task-client.ts'
import { createUploads } from '../../../client/uploads/uploads.ts'
import type { PutEnd } from '../../../client/uploads/upload-parts.ts'
import type { Attempt } from '../../../core/attempts/attempt.ts'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import { filesOf } from '../../../drafts/desk/file-moves.ts'
import { frontOf } from '../../../drafts/desk/desk.ts'
import { createDraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { storeInMemory } from '../../../drafts/drafts-harness.ts'
import { filesOfDrafts } from './files-of-drafts.ts'
import { taskSealing } from './task-sealing.ts'

const until = '2026-11-29T20:45:00Z'
const turn = () => new Promise<void>((resolve) => setTimeout(resolve))

/** A draft with two files, and a bucket that takes them when the test says so. */
async function withFiles() {
  const drafts = createDraftsAtHand({ store: storeInMemory().store, blank: emptyDraft, onStore: () => {} })
  const { id: draftId } = frontOf(drafts.getSnapshot())
  const puts: ((end: PutEnd) => void)[] = []
  let ids = 0
  const uploads = createUploads({
    files: filesOfDrafts(drafts, () => 0),
    way: {
      judge: async () => undefined,
      hash: async () => 'hash',
      begin: async ({ name }) => ({ upload: `slot ${name}`, url: '', headers: {}, expiresAt: 9 }),
      put: () => new Promise((resolve) => puts.push(resolve)),
      complete: async ({ upload }) => ({ token: `upload of ${upload}`, expiresAt: 9 }),
    },
    discard: async () => {},
    now: () => 0,
    wait: () => turn(),
    random: () => 1,
    newId: () => `file-${(ids += 1)}`,
  })
  const asked: unknown[] = []
  const failures: ClientFailure[] = []
  const elsewhere: Attempt<TaskRequest>[] = []
  const send: TaskClient['send'] = async ({ body, result }, attempt) => {
    asked.push(body(attempt))
    const failure = failures.shift()
    if (failure) throw new TaskClientError(failure)
    const answer = await result.safeParse({
      attachments: [{ upload: 'ready 1' }, { upload: 'ready 2' }],
      expiresAt: until,
    })
    if (!answer.success) throw new Error('The answer of the test is wrong.')
    return answer.data
  }
  const withSaved: typeof drafts.withSaved = async (work) => {
    await drafts.withSaved(async (saved) => {
      await work({ ...saved, attemptElsewhere: async () => elsewhere[0] })
    })
  }
  drafts.open({ issuer: 'https://id.example', subject: 'ana' })
  const sealing = taskSealing(draftId, {
    client: { send },
    drafts: { ...drafts, withSaved },
    uploads,
    wait: () => new Promise((resolve) => setTimeout(resolve, 50)),
  })
  uploads.of(draftId).add([new File(['a'], 'a.png'), new File(['b'], 'b.png')])
  await turn()
  const files = () => filesOf(drafts.getSnapshot(), draftId) ?? []
  const request = (): TaskRequest => ({
    name: 'Call back',
    references: [],
    attributes: [],
    attachments: files().map(({ id, name, bytes, upload }) => ({
      id,
      name,
      bytes,
      upload: upload?.token ?? '',
    })),
  })
  return {
    sealing,
    uploads: uploads.of(draftId),
    files,
    request,
    asked,
    failures,
    elsewhere,
    put: async (end: PutEnd) => {
      puts.shift()?.(end)
      await turn()
    },
  }
}

async function withArrivedFiles() {
  const scene = await withFiles()
  await scene.put('stored')
  await scene.put('stored')
  return scene
}

const uploadsIn = (sealed: unknown) =>
  typeof sealed === 'object' && sealed !== null && 'request' in sealed ? sealed.request : sealed

const going = () => new AbortController().signal

describe('the request of a task with files', () => {
  it('waits until all have arrived, and tells how many are left', async () => {
    const { sealing, request, put } = await withFiles()
    const left: number[] = []
    expect(sealing.isGathered(request())).toBe(false)
    const gathered = sealing.gather(request(), going(), (count) => left.push(count))
    await put('stored')
    await put('stored')

    expect(uploadsIn(await gathered)).toMatchObject({
      attachments: [{ upload: 'upload of slot a.png' }, { upload: 'upload of slot b.png' }],
    })
    expect([left[0], left.at(-1)]).toEqual([2, 0])
    expect(sealing.isGathered(request())).toBe(true)
  })

  it('is not sent if a file fails, and says which', async () => {
    const { sealing, request, put, uploads, files } = await withFiles()
    const gathered = sealing.gather(request(), going(), () => {})
    await put('stored')
    uploads.cancel(files()[1]?.id ?? '')

    expect(await gathered).toMatchObject({
      failure: {
        outcome: 'not-created',
        issues: [{ field: 'attachments.1.file', code: 'file-not-uploaded' }],
      },
    })
  })

  it('is the same content however its files are named by the proxy', async () => {
    const { sealing, request } = await withArrivedFiles()
    const sealed = await sealing.seal(request(), 'token')

    expect('request' in sealed && sealing.contentOf(sealed.request)).toEqual(sealing.contentOf(request()))
  })

  it('carries the tokens that the proxy gives for one attempt, and their expiry', async () => {
    const { sealing, request, asked } = await withArrivedFiles()
    expect(sealing.sealedUntil(request())).toBeUndefined()
    const sealed = await sealing.seal(request(), 'token')

    expect(asked).toEqual([{ uploads: ['upload of slot a.png', 'upload of slot b.png'] }])
    expect(uploadsIn(sealed)).toMatchObject({
      attachments: [
        { name: 'a.png', upload: 'ready 1' },
        { name: 'b.png', upload: 'ready 2' },
      ],
    })
    expect('request' in sealed && sealing.sealedUntil(sealed.request)).toBe(Date.parse(until))
  })

  it('is not sent with an answer that is for another number of files', async () => {
    const { sealing, request, asked } = await withArrivedFiles()
    const { attachments = [], ...said } = request()
    const sealed = await sealing.seal({ ...said, attachments: attachments.slice(0, 1) }, 'token')

    expect(sealed).toEqual({ failure: { code: 'unreadable', outcome: 'not-created', issues: [] } })
    expect(asked).toHaveLength(1)
  })

  it('asks the proxy again when an answer is lost, because nothing is created by that', async () => {
    const { sealing, request, failures, asked } = await withArrivedFiles()
    failures.push({ code: 'unreachable', outcome: 'unknown', issues: [] })
    const sealed = await sealing.seal(request(), 'token')

    expect(asked).toHaveLength(2)
    expect(uploadsIn(sealed)).toHaveProperty('attachments')
  })

  it('says that nothing was created when the proxy cannot be asked', async () => {
    const { sealing, request, failures } = await withArrivedFiles()
    failures.push(
      ...Array.from({ length: 3 }, () => ({ code: 'unreachable', outcome: 'unknown', issues: [] }) as const),
    )

    expect(await sealing.seal(request(), 'token')).toMatchObject({
      failure: { code: 'unreachable', outcome: 'not-created' },
    })
  })

  it('marks a file that the bucket no longer has', async () => {
    const { sealing, request, failures, uploads } = await withArrivedFiles()
    failures.push({
      code: 'upload-refused',
      outcome: 'not-created',
      issues: [{ field: 'attachments.1.file', code: 'file-expired' }],
    })
    await sealing.seal(request(), 'token')

    expect(uploads.getSnapshot()).toMatchObject([
      { state: 'done' },
      { state: 'failed', failure: { reason: 'expired', canRetry: true } },
    ])
  })

  it('keeps files that it was sent without, so that they can be brought back if it fails', async () => {
    const { sealing, request, uploads, files } = await withArrivedFiles()
    const removed = files()[1]?.id ?? ''
    uploads.remove(removed)
    await sealing.seal(request(), 'token')
    uploads.undoRemove(removed)

    expect(uploads.getSnapshot()).toMatchObject([
      { name: 'a.png', state: 'done' },
      { name: 'b.png', state: 'done' },
    ])
  })

  it('sends the same bytes that another window has sent for the same content', async () => {
    const { sealing, request, elsewhere, asked } = await withArrivedFiles()
    const theirs = { ...request(), name: 'as the other window has sent it' }
    elsewhere.push({ clientToken: 'token', request: theirs })

    expect(await sealing.seal(request(), 'token')).toEqual({ request: theirs })
    expect(asked).toEqual([])
  })
})
