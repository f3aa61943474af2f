import type { InstanceState } from '../state/instance-state.ts'
import type { StartTaskRequest } from '../task/start-task-request.ts'
import { type AttachedFile, readFile, readWaitingFile, waitingFile } from './attached-files.ts'

/** A demo may run for days, so the simulator forgets the bytes of older files. */
const keptBytesLimit = 300 * 1_048_576

/** The files of a request as they are when the call is answered. */
export async function filesOfRequest(
  { attachments }: StartTaskRequest,
  { attachmentFetch, attachmentSettings }: InstanceState,
): Promise<AttachedFile[]> {
  if (attachmentFetch !== 'in-call') return attachments.map(waitingFile)
  return Promise.all(attachments.map((attachment) => readFile(attachment, attachmentSettings)))
}

/** Reads the files that wait, of one task or of all. */
export async function readTaskFiles(state: InstanceState, contactId?: string): Promise<void> {
  const ids = contactId === undefined ? [...state.attachedFiles.keys()] : [contactId]
  await Promise.all(
    ids.map(async (id) => {
      const files = state.attachedFiles.get(id) ?? []
      const read = files.map((file) => readWaitingFile(file, state.attachmentSettings))
      keepFiles(state, id, await Promise.all(read))
    }),
  )
}

export function keepFiles(
  { attachedFiles }: InstanceState,
  contactId: string,
  files: readonly AttachedFile[],
) {
  if (files.length === 0) return
  attachedFiles.delete(contactId)
  attachedFiles.set(contactId, files)
  let bytes = 0
  for (const [id, kept] of [...attachedFiles].toReversed()) {
    bytes += kept.reduce((sum, file) => sum + (file.bytes?.length ?? 0), 0)
    if (bytes > keptBytesLimit && id !== contactId) attachedFiles.delete(id)
  }
}
