import type { PutEnd, UploadSlot } from './upload-parts.ts'

/** The bucket may take its time at the end of a large file; a line that moves nothing for longer is broken. */
const stalledAfterMs = 60_000

/** The bucket had no time for it, or no space: another try may succeed with the same URL. */
const passing: ReadonlySet<number> = new Set([408, 429])

function endOf(status: number): PutEnd {
  if (status >= 200 && status < 300) return 'stored'
  // Also 400: S3 answers it for credentials that have expired.
  return status >= 400 && status < 500 && !passing.has(status) ? 'refused' : 'failed'
}

/** Whether the file was moved or changed since it was chosen. The browser then calls the request lost. */
async function isUnreadable(file: Blob): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer()
    return false
  } catch {
    return true
  }
}

/**
 * Sends a file to its place in the bucket; the browser reads it from the disk meanwhile. It uses XMLHttpRequest, because `fetch`
 * reports no progress of a body.
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
    // The browser knows no such URL or header.
    return 'failed'
  } finally {
    clearTimeout(stalled)
    signal.removeEventListener('abort', stop)
  }
}
