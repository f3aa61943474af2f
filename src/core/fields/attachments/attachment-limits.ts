import type { AttachmentLimits } from './attachment.ts'
import type { AttachmentsRule } from './attachments-rule.ts'

const mebibyte = 1_048_576

/** Bytes of the largest file that an administrator can allow (Connect API, `MaximumSizeLimitInBytes`). */
export const attachmentByteLimitMost = 100 * mebibyte

/** Bytes of one file until an administrator changes it (feature specifications, "Attachments": 20 MB). */
const byteLimitDefault = 20 * mebibyte

/** The types that a new instance allows (admin guide, "Enable attachments"). */
const extensionsDefault = [
  'csv',
  'doc',
  'docx',
  'heic',
  'jfif',
  'jpeg',
  'jpg',
  'mov',
  'mp4',
  'pdf',
  'png',
  'ppt',
  'pptx',
  'rtf',
  'txt',
  'wav',
  'xls',
  'xlsx',
] as const

/** The limits to assume if Connect's configuration cannot be read. */
export const defaultAttachmentLimits: AttachmentLimits = {
  byteLimit: byteLimitDefault,
  extensions: extensionsDefault,
}

/** The limits of Connect and those of a rule: the stricter of each. */
export const limitsUnder = (
  { byteLimit, extensions }: AttachmentLimits,
  { byteLimit: ruled = byteLimit, extensions: allowed }: AttachmentsRule = {},
): AttachmentLimits => ({
  byteLimit: Math.min(byteLimit, ruled),
  extensions: allowed ? extensions.filter((extension) => allowed.includes(extension)) : extensions,
})
