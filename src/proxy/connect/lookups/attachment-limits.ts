import { defaultAttachmentLimits } from '../../../core/fields/attachments/attachment-limits.ts'
import type { AttachmentLimits } from '../../../core/fields/attachments/attachment.ts'
import { noted, type NoteAttempt } from '../../logs/dependency-log.ts'
import type { Connect } from '../connect.ts'
import { describeAttachedFilesConfiguration } from '../operations/describe-attached-files-configuration.ts'
import { createOptionalList } from './optional-list.ts'

/** Which files Connect takes for tasks. */
export interface AttachmentLimitsDirectory {
  /** The limits, at most five minutes old; the documented defaults while they cannot be read. */
  readonly find: () => Promise<AttachmentLimits>
}

export interface AttachmentLimitsOptions {
  readonly connect: Pick<Connect, 'call'>
  readonly now: () => Date
  /** The log names a missing IAM action once. */
  readonly note: NoteAttempt
}

const limitsMaxAgeMs = 5 * 60_000

export function createAttachmentLimits(options: AttachmentLimitsOptions): AttachmentLimitsDirectory {
  const { connect, now, note } = options
  const limits = createOptionalList({
    maxAgeMs: limitsMaxAgeMs,
    now,
    load: () => noted(note, () => connect.call(describeAttachedFilesConfiguration, undefined)),
  })
  return { find: async () => (await limits.read()) ?? defaultAttachmentLimits }
}
