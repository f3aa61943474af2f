import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface LargeFile {
  readonly path: string
  /** Hexadecimal. */
  readonly sha256: string
  readonly remove: () => Promise<void>
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

const partBytes = 4 * 1_048_576

/** Writes a text file of random letters, part by part. */
export async function writeLargeFile(bytes: number): Promise<LargeFile> {
  const directory = await mkdtemp(join(tmpdir(), 'tasklink-large-'))
  const path = join(directory, 'protocol.txt')
  const hash = createHash('sha256')
  const file = await open(path, 'w')
  for (let left = bytes; left > 0; left -= partBytes) {
    const part = Buffer.from(randomBytes(partBytes).toString('hex')).subarray(0, Math.min(left, partBytes))
    hash.update(part)
    await file.write(part)
  }
  await file.close()
  return {
    path,
    sha256: hash.digest('hex'),
    remove: () => rm(directory, { recursive: true, force: true }),
  }
}
