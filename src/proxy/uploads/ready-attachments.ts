import { ProblemError } from '../problem-error.ts'

/** A file of a task, unsealed: a stored object that the proxy has verified, and the URL by which Connect fetches it. */
export interface ReadyAttachment {
  readonly uploadId: string
  readonly fileName: string
  readonly bytes: number
  readonly url: string
}

/** Reads the tokens that are ready for a task. */
export interface ReadyAttachments {
  /**
   * In the order of the tokens; rejects with `upload-refused` and an issue for each token that was not made for this agent and
   * this purpose, or has expired.
   */
  readonly open: (
    agent: { readonly userId: string },
    tokens: readonly string[],
  ) => Promise<readonly ReadyAttachment[]>
}

/** Without a bucket there are no files. */
export const noAttachments: ReadyAttachments = {
  open: async (_, tokens) => {
    throw new ProblemError({
      code: 'upload-refused',
      reason: 'not-configured',
      detail: 'This proxy has no bucket for files (ATTACHMENTS_BUCKET). Create the task without files.',
      issues: tokens.map((_token, row) => ({
        field: { list: 'attachments', row, member: 'file' },
        code: 'file-refused',
      })),
    })
  },
}
