import { sha256 } from '@noble/hashes/sha2.js'

const mebibyte = 1_048_576

/** Bytes of a file in memory at once, in a worker. */
export const workerSliceBytes = 4 * mebibyte

/** The same on the page, where hashing a slice must not delay a key. */
export const pageSliceBytes = mebibyte / 4

export interface Hashing {
  readonly sliceBytes: number
  readonly onPart: (part: number) => void
  readonly isStopped: () => boolean
}

/**
 * The SHA-256 of a file in base64, computed slice by slice, because WebCrypto would need the whole file in memory. Undefined if
 * it was stopped. Fails if the browser can no longer read the file.
 */
export async function hashInSlices(file: Blob, hashing: Hashing): Promise<string | undefined> {
  const { sliceBytes, onPart, isStopped } = hashing
  const hash = sha256.create()
  for (let start = 0; start < file.size; start += sliceBytes) {
    if (isStopped()) return undefined
    const end = Math.min(start + sliceBytes, file.size)
    // While a slice is read, the page can do other work.
    hash.update(new Uint8Array(await file.slice(start, end).arrayBuffer()))
    onPart(end / file.size)
  }
  return btoa(String.fromCodePoint(...hash.digest()))
}
