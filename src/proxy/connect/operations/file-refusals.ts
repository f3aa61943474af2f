import type { PlainIssueCode } from '../../../core/issues/issues.ts'
import type { Refusal } from '../operation.ts'

const refused = (code: PlainIssueCode, what: string): Refusal => ({
  code: 'upload-refused',
  reason: 'refused-by-connect',
  detail: `Connect refused the files of the task: ${what}. It does not say which file it means.`,
  issues: [{ field: 'attachments', code }],
})

/**
 * Why Connect refuses files, by the names of `AttachedFileInvalidRequestExceptionReason` and
 * `AttachedFileServiceQuotaExceededExceptionReason` (API, StartTaskContact).
 */
export const fileRefusals: Readonly<Record<string, Refusal>> = {
  INVALID_FILE_NAME: refused('file-name-refused', 'the name of one is not allowed'),
  INVALID_FILE_TYPE: refused('file-type-refused', 'the type of one is not allowed'),
  INVALID_FILE_SIZE: refused('file-size-refused', 'the size of one is not allowed'),
  TOTAL_FILE_COUNT_EXCEEDED: refused('files-too-many-together', 'there are too many'),
  TOTAL_FILE_SIZE_EXCEEDED: refused('files-too-large-together', 'together they are too large'),
}
