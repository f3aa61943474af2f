import * as z from 'zod/mini'
import { attachmentByteLimitMost } from '../../core/fields/attachments/attachment-limits.ts'
import { attachmentsLimit } from '../../core/fields/attachments/attachment.ts'
import { bounded } from '../parsing/bounded.ts'
import { listFlags } from './rule.ts'

/** UTF-16 units of a token that the proxy gives for an upload. The longest token holds a URL of 2,000 characters, in base64. */
export const uploadTokenLimit = 8_192

export const uploadTokenSchema = z.string().check(z.minLength(1), z.maxLength(uploadTokenLimit))

/** Members of a list of files: more than a task may have, so that the core can answer an issue about their number. */
const listLimit = 32

export const attachmentsSchema = bounded(z.array(z.strictObject({ upload: uploadTokenSchema })), listLimit)

/** Connect's form of an extension (API, `Extension`), in lower case. */
export const extensionSchema = z.string().check(z.regex(/^[a-z0-9_-]{1,10}$/, 'extension-malformed'))

/** An administrator of Connect can add extensions; AWS names no limit. */
const extensionsLimit = 1_000

export const attachmentsRule = z.strictObject({
  isRequired: z.exactOptional(z.boolean()),
  isHidden: listFlags.isHidden,
  mostFiles: z.exactOptional(z.int().check(z.minimum(0), z.maximum(attachmentsLimit))),
  byteLimit: z.exactOptional(z.int().check(z.minimum(1), z.maximum(attachmentByteLimitMost))),
  extensions: z.exactOptional(bounded(z.array(extensionSchema), extensionsLimit)),
})
