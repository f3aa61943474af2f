import type { Sealed, Sealing } from '../../../client/attempts/sealing.ts'
import { TaskClientError, type ClientFailure } from '../../../client/task-client-error.ts'
import type { TaskClient } from '../../../client/task-client.ts'
import { readyUploads } from '../../../client/uploads/upload-commands.ts'
import { isOnItsWay } from '../../../client/uploads/upload-state.ts'
import { sendOnce } from '../../../client/uploads/upload-way.ts'
import type { Uploads } from '../../../client/uploads/uploads.ts'
import type { Attachment, AttachmentDraft } from '../../../core/fields/attachments/attachment.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import { filesOf, withFile } from '../../../drafts/desk/file-moves.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'

export interface SealingParts {
  readonly client: Pick<TaskClient, 'send'>
  readonly drafts: Pick<DraftsAtHand, 'getSnapshot' | 'change' | 'withSaved'>
  readonly uploads: Uploads
  readonly wait: (milliseconds: number) => Promise<void>
}

/** How long another window's attempt is looked for before this one is made: the storage of a browser may hang. */
const storeWaitMs = 500

/** Nothing is created by making files ready, so a lost answer is asked for again. */
const readyTries = 3
const readyAgainAfterMs = 2_000

type Request = TaskRequest

const contentOf = ({ attachments, ...said }: Request): unknown =>
  attachments ? { ...said, attachments: attachments.map(({ id }) => ({ id })) } : said

/** All files of an attempt are made ready together. */
const sealedUntil = ({ attachments = [] }: Request): number | undefined =>
  attachments.every(({ isReady }) => isReady)
    ? Math.min(...attachments.map(({ expiresAt = 0 }) => expiresAt))
    : undefined

const notArrived = (rows: readonly number[]): ClientFailure => ({
  code: 'invalid',
  outcome: 'not-created',
  issues: rows.map((row) => ({ field: `attachments.${row}.file`, code: 'file-not-uploaded' })),
})

/** A file of a request, with the token that the draft has for it by now. */
const withToken = (file: Attachment, files: readonly AttachmentDraft[]): Attachment => {
  const upload = files.find(({ id }) => id === file.id)?.upload
  return upload ? { ...file, upload: upload.token, expiresAt: upload.expiresAt } : file
}

/** How the request of a task gets what the proxy gives for its files. */
export function taskSealing(draftId: string, parts: SealingParts): Sealing<Request> {
  const { client, drafts, uploads, wait } = parts
  const shown = () => uploads.of(draftId).getSnapshot()

  async function gather(
    request: Request,
    signal: AbortSignal,
    onLeft: (left: number) => void,
  ): Promise<Sealed<Request>> {
    const own = uploads.of(draftId)
    const tell = () => onLeft(shown().filter(isOnItsWay).length)
    tell()
    const stop = own.subscribe(tell)
    await own.rest(signal)
    stop()
    const files = filesOf(drafts.getSnapshot(), draftId) ?? []
    const attachments = request.attachments?.map((file) => withToken(file, files)) ?? []
    const isThere = new Set(
      shown()
        .filter(({ state }) => state === 'done')
        .map(({ id }) => id),
    )
    const rows = attachments.flatMap(({ id }, row) => (isThere.has(id) ? [] : [row]))
    return rows.length > 0 ? { failure: notArrived(rows) } : { request: { ...request, attachments } }
  }

  /** What another window has sent of the same content: only its bytes may be sent again. */
  async function sealedElsewhere(clientToken: string): Promise<Request | undefined> {
    let found: Request | undefined
    const look = drafts.withSaved(async (saved) => {
      found = (await saved.attemptElsewhere(clientToken))?.request
    })
    await Promise.race([look, wait(storeWaitMs)])
    return found
  }

  async function ready(uploadTokens: string[]) {
    for (let tries = 1; ; tries += 1) {
      try {
        return await sendOnce(client, readyUploads, { uploads: uploadTokens })
      } catch (error) {
        if (!(error instanceof TaskClientError)) throw error
        if (error.failure.code !== 'unreachable' || tries === readyTries) throw error
        await wait(readyAgainAfterMs)
      }
    }
  }

  /** The draft says which of its files the bucket keeps no longer. */
  function noteExpired(attachments: readonly Attachment[], { issues }: ClientFailure): void {
    for (const { field, code } of issues) {
      const file = attachments[Number(/^attachments\.(\d+)/.exec(field)?.[1])]
      if (code !== 'file-expired' || !file) continue
      drafts.change((desk) =>
        withFile(desk, file.id, (each) =>
          each.upload ? { ...each, upload: { ...each.upload, expiresAt: 0 } } : each,
        ),
      )
    }
  }

  /** From now on a task may have these files. */
  function noteGiven(attachments: readonly Attachment[]): void {
    drafts.change((desk) =>
      attachments.reduce(
        (next, { id }) =>
          withFile(next, id, (file) =>
            file.upload ? { ...file, upload: { ...file.upload, isGiven: true } } : file,
          ),
        desk,
      ),
    )
  }

  async function seal(request: Request, clientToken: string): Promise<Sealed<Request>> {
    const { attachments = [] } = request
    const elsewhere = await sealedElsewhere(clientToken)
    if (elsewhere) {
      noteGiven(attachments)
      return { request: elsewhere }
    }
    try {
      const answer = await ready(attachments.map(({ upload }) => upload))
      const expiresAt = Date.parse(answer.expiresAt)
      noteGiven(attachments)
      const sealed = attachments.map((file, index) => ({
        ...file,
        upload: answer.attachments[index]?.upload ?? '',
        expiresAt,
        isReady: true as const,
      }))
      return { request: { ...request, attachments: sealed } }
    } catch (error) {
      const failure: ClientFailure =
        error instanceof TaskClientError
          ? { ...error.failure, outcome: 'not-created' }
          : { code: 'unreadable', outcome: 'not-created', issues: [] }
      noteExpired(attachments, failure)
      return { failure }
    }
  }

  return {
    contentOf,
    sealedUntil,
    isGathered: ({ attachments = [] }) =>
      attachments.every(({ upload }) => upload !== '') && !shown().some(isOnItsWay),
    gather,
    seal,
  }
}
