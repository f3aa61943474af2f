import type { Sealed, Sealing } from '../../../client/attempts/sealing.ts'
import type { ClientFailure } from '../../../client/task-client-error.ts'
import { isOnItsWay } from '../../../client/uploads/upload-state.ts'
import type { Uploads } from '../../../client/uploads/uploads.ts'
import type { Attachment, AttachmentDraft } from '../../../core/fields/attachments/attachment.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import { filesOf } from '../../../drafts/desk/file-moves.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'

const notArrived = (rows: readonly number[]): ClientFailure => ({
  code: 'invalid',
  outcome: 'not-created',
  issues: rows.map((row) => ({ field: `attachments.${row}.file`, code: 'file-not-uploaded' })),
})

/** A file of a request, with its token from the draft if it has arrived. */
const withToken = (file: Attachment, files: readonly AttachmentDraft[]): Attachment => {
  const upload = files.find(({ id }) => id === file.id)?.upload
  return upload ? { ...file, upload: upload.token, expiresAt: upload.expiresAt } : file
}

export interface GatherParts {
  readonly drafts: Pick<DraftsAtHand, 'getSnapshot'>
  readonly uploads: Uploads
}

/** Lets a request wait for the files of its draft. */
export function gatheringFiles(
  draftId: string,
  { drafts, uploads }: GatherParts,
): Pick<Sealing<TaskRequest>, 'isGathered' | 'gather'> {
  const shown = () => uploads.of(draftId).getSnapshot()

  async function gather(
    request: TaskRequest,
    signal: AbortSignal,
    onLeft: (left: number) => void,
  ): Promise<Sealed<TaskRequest>> {
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

  return {
    isGathered: ({ attachments = [] }) =>
      attachments.every(({ upload }) => upload !== '') && !shown().some(isOnItsWay),
    gather,
  }
}
