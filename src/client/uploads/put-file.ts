import type { PutEnd, UploadSlot } from './upload-parts.ts'

/** The bucket may need some time at the end of a large file. If nothing moves for 60 s, the connection is broken. */
const stalledAfterMs = 60_000

/** Temporary refusals: another try with the same URL may succeed. */
const passing: ReadonlySet<number> = new Set([408, 429])

function endOf(status: number): PutEnd {
  if (status >= 200 && status < 300) return 'stored'
  // Also 400: S3 answers it for credentials that have expired.
  return status >= 400 && status < 500 && !passing.has(status) ? 'refused' : 'failed'
}

/** True if the file was moved or changed since it was chosen. The browser then reports a network error. */
async function isUnreadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return false
  } catch {
    return true
  }
}

/**
 * Sends a file to its place in the bucket. The browser reads it from the disk during the upload. Uses XMLHttpRequest, because
 * `fetch` reports no upload progress.
 */
export async function putFile(
  { url, headers }: Pick<UploadSlot, 'url' | 'headers'>,
  file: Blob,
  onPart: (part: number) => void,
  signal: AbortSignal,
): Promise<PutEnd> {
  const request = new XMLHttpRequest()
  let stalled: ReturnType<typeof setTimeout> | undefined
  const watch = () => {
    clearTimeout(stalled)
    stalled = setTimeout(() => request.abort(), stalledAfterMs)
  }
  const stop = () => request.abort()
  try {
    const end = await new Promise<PutEnd>((resolve) => {
      request.open('PUT', url)
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
      request.upload.addEventListener('progress', ({ loaded }) => {
        watch()
        onPart(loaded / Math.max(file.size, 1))
      })
      request.addEventListener('load', () => resolve(endOf(request.status)))
      request.addEventListener('error', () => resolve('unreachable'))
      request.addEventListener('abort', () => resolve('unreachable'))
      signal.addEventListener('abort', stop, { once: true })
      watch()
      request.send(file)
      if (signal.aborted) stop()
    })
    return end === 'unreachable' && !signal.aborted && (await isUnreadable(file)) ? 'unreadable' : end
  } catch {
    // The browser refuses the URL or a header.
    return 'failed'
  } finally {
    clearTimeout(stalled)
    signal.removeEventListener('abort', stop)
  }
}
