import { describe, expect, it } from 'vitest'
import { extensionSchema, uploadTokenLimit } from '../fields/attachments.ts'
import {
  beginUploadSchema,
  oneUploadSchema,
  readyAttachmentsSchema,
  readyUploadsSchema,
  storedUploadSchema,
  uploadLimitsSchema,
  uploadSlotSchema,
} from './uploads.ts'

const sha256 = `${'A'.repeat(43)}=`
const slot = { name: 'a.pdf', bytes: 1, type: 'application/pdf', sha256 }
const expiresAt = '2027-01-01T12:00:00Z'
const token = (length: number) => 'x'.repeat(length)

describe('a body about uploads', () => {
  it.each([
    ['a slot', beginUploadSchema, slot],
    ['a slot of a file without a type', beginUploadSchema, { ...slot, type: '' }],
    ['an upload', oneUploadSchema, { upload: token(uploadTokenLimit) }],
    ['five uploads', readyUploadsSchema, { uploads: ['a', 'b', 'c', 'd', 'e'] }],
  ] as const)('may ask about %s', (_, schema, body) => {
    expect(schema.safeParse(body).success).toBe(true)
  })

  it.each([
    ['a slot with a key', beginUploadSchema, { ...slot, key: 'tasklink/x' }],
    ['a slot with a URL', beginUploadSchema, { ...slot, url: 'https://elsewhere.example' }],
    ['a size that is no number of bytes', beginUploadSchema, { ...slot, bytes: 1.5 }],
    ['a negative size', beginUploadSchema, { ...slot, bytes: -1 }],
    ['a checksum in hexadecimal', beginUploadSchema, { ...slot, sha256: 'a'.repeat(64) }],
    ['a name of 5,000 characters', beginUploadSchema, { ...slot, name: token(5_000) }],
    ['no upload', oneUploadSchema, { upload: '' }],
    ['a longer token', oneUploadSchema, { upload: token(uploadTokenLimit + 1) }],
    ['no uploads', readyUploadsSchema, { uploads: [] }],
    ['six uploads', readyUploadsSchema, { uploads: ['a', 'b', 'c', 'd', 'e', 'f'] }],
  ] as const)('must not have %s', (_, schema, body) => {
    expect(schema.safeParse(body).success).toBe(false)
  })

  it.each(['pdf', 'mp4', 'x_-1'])('may allow the extension %s', (extension) => {
    expect(extensionSchema.safeParse(extension).success).toBe(true)
  })

  it.each(['PDF', '.pdf', 'a b', '', 'more-than-ten'])('may not allow the extension %j', (extension) => {
    expect(extensionSchema.safeParse(extension).success).toBe(false)
  })
})

describe('an answer about uploads', () => {
  it.each([
    ['limits', uploadLimitsSchema, { available: true, byteLimit: 1, extensions: ['pdf'], mostFiles: 5 }],
    ['no bucket', uploadLimitsSchema, { available: false, reason: 'not-configured' }],
    ['a slot', uploadSlotSchema, { upload: 't', url: 'https://b.example', headers: { a: 'b' }, expiresAt }],
    ['a stored file', storedUploadSchema, { upload: 't', expiresAt }],
    ['ready files', readyAttachmentsSchema, { attachments: [{ upload: 't' }], expiresAt }],
  ] as const)('may name %s', (_, schema, answer) => {
    expect(schema.safeParse(answer).data).toEqual(answer)
  })
})
