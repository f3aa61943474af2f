import { hashNewsIn } from './hash-news.ts'
import { loaded } from '../late-code.ts'

type OnPart = (part: number) => void

class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError'
}

/** Means that no worker could start, so the page must hash the file. */
const noWorker = Symbol('no worker')

/**
 * Hashes a file in a worker. If no worker can start, the page hashes it slice by slice: a browser starts no worker from a
 * script of another origin, and a content security policy may forbid it. Empty if it was stopped.
 */
export async function hashFile(file: Blob, onPart: OnPart, signal: AbortSignal): Promise<string> {
  if (signal.aborted) return ''
  const hash = await inWorker(file, onPart, signal)
  if (hash !== noWorker) return hash
  const { hashInSlices, pageSliceBytes } = await loaded(import('./hash-slices.ts'))
  const isStopped = () => signal.aborted
  return (await hashInSlices(file, { sliceBytes: pageSliceBytes, onPart, isStopped })) ?? ''
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./hash-worker.ts', import.meta.url), { type: 'module' })
  } catch {
    return undefined
  }
}

async function inWorker(file: Blob, onPart: OnPart, signal: AbortSignal): Promise<string | typeof noWorker> {
  const worker = startWorker()
  if (!worker) return noWorker
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const news = hashNewsIn(data)
        if (!news) return
        if ('part' in news) onPart(news.part)
        else if ('sha256' in news) resolve(news.sha256)
        else reject(new UnreadableFileError('The browser cannot read the file.'))
      })
      // Its script could not be loaded or run.
      worker.addEventListener('error', () => resolve(noWorker))
      signal.addEventListener('abort', () => resolve(''), { once: true })
      // The lint rule mistakes the worker for a window.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      worker.postMessage(file)
    })
  } finally {
    worker.terminate()
  }
}
