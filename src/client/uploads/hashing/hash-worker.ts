import type { HashNews } from './hash-news.ts'
import { hashInSlices, workerSliceBytes } from './hash-slices.ts'

// The lint rule mistakes the worker for a window: its messages reach the page that has started it, and no other.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
const tell = (news: HashNews) => postMessage(news)

/** Hashes the one file that the page sends. The page ends the worker. */
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!(data instanceof Blob)) return
  const hashing = {
    sliceBytes: workerSliceBytes,
    onPart: (part: number) => tell({ part }),
    isStopped: () => false,
  }
  hashInSlices(data, hashing).then(
    (sha256 = '') => tell({ sha256 }),
    () => tell({ isUnreadable: true }),
  )
})
