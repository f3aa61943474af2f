import type { Sealed, Sealing } from '../../../client/attempts/sealing.ts'
import { TaskClientError, type ClientFailure } from '../../../client/task-client-error.ts'
import type { Attachment } from '../../../core/fields/attachments/attachment.ts'
import { isMessageRequest } from '../../../core/message/any-draft.ts'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import { withFile } from '../../../drafts/desk/file-moves.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { gatheringFiles, type GatherParts } from './gathered-files.ts'
import { readied, type ReadyParts } from './ready-uploads.ts'

export interface SealingParts extends GatherParts, ReadyParts {
  readonly drafts: Pick<DraftsAtHand, 'getSnapshot' | 'change' | 'withSaved'>
}

/** The limit for finding another window's attempt before this window makes its own: the storage may hang. */
const storeWaitMs = 500

type Request = TaskRequest

const contentOf = ({ attachments, ...said }: Request): unknown =>
  attachments ? { ...said, attachments: attachments.map(({ id }) => ({ id })) } : said

/** All files of an attempt are made ready together. */
const sealedUntil = ({ attachments = [] }: Request): number | undefined =>
  attachments.every(({ isReady }) => isReady)
    ? Math.min(...attachments.map(({ expiresAt = 0 }) => expiresAt))
    : undefined

const failureOf = (error: unknown): ClientFailure =>
  error instanceof TaskClientError
    ? { ...error.failure, outcome: 'not-created' }
    : { code: 'unreadable', outcome: 'not-created', issues: [] }

/** Puts the tokens of the files into the request of a task. */
export function taskSealing(draftId: string, parts: SealingParts): Sealing<Request> {
  const { drafts, wait } = parts

  /** The request that another window has sent with this token. If there is one, this window must send the same bytes. */
  async function sealedElsewhere(clientToken: string): Promise<Request | undefined> {
    let found: Request | undefined
    const look = drafts.withSaved(async (saved) => {
      const request = (await saved.attemptElsewhere(clientToken))?.request
      if (request && !isMessageRequest(request)) found = request
    })
    await Promise.race([look, wait(storeWaitMs)])
    return found
  }

  /** Marks the files that the bucket no longer has in the draft. */
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

  async function seal(request: Request, clientToken: string): Promise<Sealed<Request>> {
    const { attachments = [] } = request
    const elsewhere = await sealedElsewhere(clientToken)
    if (elsewhere) return { request: elsewhere }
    try {
      return { request: { ...request, attachments: await readied(parts, attachments) } }
    } catch (error) {
      const failure = failureOf(error)
      noteExpired(attachments, failure)
      return { failure }
    }
  }

  return { contentOf, sealedUntil, ...gatheringFiles(draftId, parts), seal }
}
