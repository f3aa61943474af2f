import * as z from 'zod/mini'

const fileSchema = z.object({
  /** The Connect user who asked for the upload. */
  agent: z.string(),
  instance: z.string(),
  /** The key of the object in the bucket. */
  key: z.string(),
  name: z.string(),
  bytes: z.number(),
  /** The media type with which the object is stored. */
  type: z.string(),
  /** Base64. */
  sha256: z.string(),
})

/** A file of an agent: sealed before its bytes exist, so that no other bytes can take its place. */
export type FileClaims = z.infer<typeof fileSchema>

/** A kind of token and what it says. A token of one kind is refused where another is expected. */
export interface TokenKind<Claims extends FileClaims = FileClaims> {
  readonly name: 'slot' | 'upload' | 'ready'
  readonly schema: z.ZodMiniType<Claims>
}

/** The proxy has presigned a PUT for this file. */
export const slotToken: TokenKind = { name: 'slot', schema: fileSchema }

/** The proxy has seen this file in the bucket, and its content does not contradict its name. */
export const uploadToken: TokenKind = { name: 'upload', schema: fileSchema }

export type ReadyClaims = FileClaims & { readonly url: string }

/** Amazon Connect may read this file at this address. */
export const readyToken: TokenKind<ReadyClaims> = {
  name: 'ready',
  schema: z.extend(fileSchema, { url: z.string() }),
}

/** The last part of the key is a UUID of the proxy’s, so logs may name it. */
export const uploadIdOf = ({ key }: Pick<FileClaims, 'key'>): string => key.slice(key.lastIndexOf('/') + 1)
