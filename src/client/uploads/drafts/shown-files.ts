import type { AttachmentDraft } from '../../../core/fields/attachments/attachment.ts'
import { doneStep, type UploadQueue } from '../upload-queue.ts'
import type { FileOnItsWay, UploadStep } from '../upload-state.ts'

const failed = (reason: 'missing' | 'expired'): UploadStep => ({
  state: 'failed',
  progress: 0,
  failure: { reason, canRetry: false },
})
const missing = failed('missing')
const expired = failed('expired')
const expiredHere: UploadStep = {
  state: 'failed',
  progress: 0,
  failure: { reason: 'expired', canRetry: true },
}

const shownMembers = ['id', 'name', 'state', 'progress', 'failure', 'canRename', 'blob'] as const

export const sameFiles = (one: readonly FileOnItsWay[], other: readonly FileOnItsWay[]): boolean =>
  one.length === other.length &&
  one.every((file, index) => shownMembers.every((member) => file[member] === other[index]?.[member]))

/** A file of a draft as it is now. The page knows it better than the draft. */
export function shownFile(file: AttachmentDraft, queue: UploadQueue, now: number): FileOnItsWay {
  const { id, name, bytes, type, upload } = file
  const live = queue.get(id)
  const canRename = live !== undefined && !upload && !live.hasPlace && live.step.state !== 'asking'
  return { id, name, bytes, type, ...step(), canRename, ...(live ? { blob: live.blob } : {}) }

  function step(): UploadStep {
    if (live && live.step !== doneStep) return live.step
    if (!upload) return missing
    if (upload.expiresAt > now) return doneStep
    return live ? expiredHere : expired
  }
}
