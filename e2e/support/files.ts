import { randomBytes } from 'node:crypto'
import { extname } from 'node:path'

/** A file as `setInputFiles` takes it. */
export interface MadeFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** A picture of one pixel. Readers of PNG ignore the bytes behind it. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The media type of each kind of file, and its first bytes. */
const kinds: Readonly<Record<string, { readonly mimeType: string; readonly begins: Buffer }>> = {
  '.txt': { mimeType: 'text/plain', begins: Buffer.from('') },
  '.csv': { mimeType: 'text/csv', begins: Buffer.from('order,') },
  '.pdf': { mimeType: 'application/pdf', begins: Buffer.from('%PDF-1.7\n') },
  '.png': { mimeType: 'image/png', begins: onePixel },
}

/** A unique file of exactly this many bytes. Its first bytes fit its name. */
export function madeFile(name: string, bytes: number): MadeFile {
  const extension = extname(name)
  const { mimeType, begins } = kinds[extension] ?? { mimeType: '', begins: Buffer.from('') }
  const isText = mimeType.startsWith('text/')
  const filling = isText ? Buffer.from(randomBytes(bytes).toString('base64')) : randomBytes(bytes)
  return { name, mimeType, buffer: Buffer.concat([begins, filling]).subarray(0, bytes) }
}
