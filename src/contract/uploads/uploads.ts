import * as z from 'zod/mini'
import { attachmentsLimit } from '../../core/fields/attachments/attachment.ts'
import { bounded } from '../parsing/bounded.ts'
import { uploadTokenSchema } from '../fields/attachments.ts'

// The panel loads these schemas with the first file.

/** Why a task of this agent cannot have files: the proxy has no bucket, or the policy allows none. */
export const uploadsUnavailable = ['not-configured', 'forbidden'] as const

/** The answer of `GET /api/v1/uploads/limits`. */
export const uploadLimitsSchema = z.discriminatedUnion('available', [
  z.object({
    available: z.literal(true),
    /** The limit of one file. */
    byteLimit: z.number(),
    /** In lower case, without a dot. */
    extensions: z.array(z.string()),
    /** The most files of one task. */
    mostFiles: z.number(),
  }),
  z.object({ available: z.literal(false), reason: z.enum(uploadsUnavailable) }),
])

export type UploadLimits = z.infer<typeof uploadLimitsSchema>

/** UTF-16 units of a name. The core has the real limit; this one only keeps huge names away from it. */
const nameUnitLimit = 4_096

/** SHA-256 in base64, as S3 has it in `x-amz-checksum-sha256`: 32 bytes. */
const sha256Pattern = /^[A-Za-z0-9+/]{43}=$/

/** UTF-16 units of a MIME type, 127 of each part (RFC 4288, 4.2). The proxy takes the type from the extension. */
const typeUnitLimit = 255

/** The body of `POST /api/v1/uploads`. */
export const beginUploadSchema = z.strictObject({
  name: z.string().check(z.maxLength(nameUnitLimit)),
  bytes: z.int().check(z.minimum(0)),
  /** The type that the browser names; empty if it knows none. */
  type: z.string().check(z.maxLength(typeUnitLimit)),
  sha256: z.string().check(z.regex(sha256Pattern)),
})

export type BeginUpload = z.infer<typeof beginUploadSchema>

const instant = z.iso.datetime()

/** The address to which the browser sends the bytes of a file. */
export const uploadSlotSchema = z.object({
  upload: uploadTokenSchema,
  /** For one PUT. */
  url: z.string(),
  /** The headers that the PUT must have: exactly these. */
  headers: z.record(z.string(), z.string()),
  expiresAt: instant,
})

export type UploadSlot = z.infer<typeof uploadSlotSchema>

/** The body of `POST /api/v1/uploads/complete` and `POST /api/v1/uploads/discard`. */
export const oneUploadSchema = z.strictObject({ upload: uploadTokenSchema })

export type OneUpload = z.infer<typeof oneUploadSchema>

/** The answer of `POST /api/v1/uploads/complete`: a file that the proxy has accepted. */
export const storedUploadSchema = z.object({ upload: uploadTokenSchema, expiresAt: instant })

export type AcceptedUpload = z.infer<typeof storedUploadSchema>

/** The body of `POST /api/v1/uploads/ready`. */
export const readyUploadsSchema = z.strictObject({
  uploads: bounded(z.array(uploadTokenSchema).check(z.minLength(1)), attachmentsLimit),
})

export type ReadyUploads = z.infer<typeof readyUploadsSchema>

/** The answer of `POST /api/v1/uploads/ready`, in the order of the request: the tokens for the task, and their expiry. */
export const readyAttachmentsSchema = z.object({
  attachments: z.array(z.object({ upload: uploadTokenSchema })),
  expiresAt: instant,
})

export type ReadyAttachments = z.infer<typeof readyAttachmentsSchema>
