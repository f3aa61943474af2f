import { openFiles } from './opened-files.ts'
import type { Seal } from './seal.ts'
import { readyToken, uploadIdOf } from './token-claims.ts'
import { uploadsNotConfigured } from './upload-refusal.ts'

/** A file of a task, unsealed: a stored object that the proxy has verified, and the URL by which Connect fetches it. */
export interface ReadyAttachment {
  readonly uploadId: string
  readonly fileName: string
  readonly bytes: number
  /** Presigned. It must not be logged or answered. */
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
  open: async () => {
    throw uploadsNotConfigured()
  },
}

export const createReadyAttachments = (seal: Seal, instanceId: string): ReadyAttachments => ({
  async open({ userId: agentId }, tokens) {
    const files = await openFiles(seal, readyToken, tokens, { agentId, instanceId })
    return files.map((file) => ({
      uploadId: uploadIdOf(file),
      fileName: file.name,
      bytes: file.bytes,
      url: file.url,
    }))
  },
})
