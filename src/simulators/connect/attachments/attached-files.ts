import type { AttachmentLimits } from '../../../core/fields/attachments/attachment.ts'
import type { TaskAttachment } from '../members/task-attachments.ts'
import { invalidAttachment, invalidRequest, type ServiceError } from '../wire/service-error.ts'

/** A file of a task, as Connect has it. */
export interface AttachedFile {
  readonly fileName: string
  readonly s3Url: string
  readonly state: 'waiting' | 'approved' | 'failed'
  /** Undefined unless approved. */
  readonly bytes: Buffer | undefined
  /** Why it failed. */
  readonly reason: string | undefined
}

/**
 * When Connect reads the URLs of attachments, which AWS does not document. `in-call`: during the call, so a bad URL refuses the
 * task. `after-answer`: soon after the answer. `on-command`: when a test says so.
 */
export type AttachmentFetch = 'in-call' | 'after-answer' | 'on-command'

export const waitingFile = ({ fileName, s3Url }: TaskAttachment): AttachedFile => ({
  fileName,
  s3Url,
  state: 'waiting',
  bytes: undefined,
  reason: undefined,
})

/** Reads a file by an ordinary HTTP client, without credentials. Rejects with the error of a call that depends on it. */
export async function readFile(
  { fileName, s3Url }: TaskAttachment,
  limits: AttachmentLimits,
): Promise<AttachedFile> {
  const response = await fetch(s3Url, { redirect: 'error' }).catch((error: unknown) => {
    throw unreadable(error instanceof Error ? error.message : String(error))
  })
  if (!response.ok) {
    const code = /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1]
    throw unreadable(`S3 answered ${response.status} ${code ?? ''}`.trim())
  }
  const bytes = await boundedBytes(response, limits.byteLimit)
  return { fileName, s3Url, state: 'approved', bytes, reason: undefined }
}

const unreadable = (why: string): ServiceError =>
  invalidRequest(`An attachment could not be read from its S3Url: ${why}.`)

async function boundedBytes({ body }: Response, byteLimit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > byteLimit) {
      throw invalidAttachment('INVALID_FILE_SIZE', `A file has at most ${byteLimit} bytes.`)
    }
    chunks.push(chunk)
  }
  if (size === 0) throw invalidAttachment('INVALID_FILE_SIZE', 'A file has at least 1 byte.')
  return Buffer.concat(chunks)
}

/** Reads a file that waits. A file that cannot be read fails alone. */
export const readWaitingFile = async (file: AttachedFile, limits: AttachmentLimits): Promise<AttachedFile> =>
  file.state === 'waiting'
    ? readFile(file, limits).catch((error: unknown) => ({
        ...file,
        state: 'failed',
        reason: error instanceof Error ? error.message : String(error),
      }))
    : file
