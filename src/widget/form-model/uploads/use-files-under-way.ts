import { useEffect } from 'react'
import type { Uploads } from '../../../client/uploads/uploads.ts'

/** Files go on when the network is back, and are not lost without a question. */
export function useFilesUnderWay(uploads: Uploads): void {
  useEffect(() => {
    // The browser asks before the page is closed or reloaded: it would stop the file, and another page has not its bytes.
    const ask = (event: BeforeUnloadEvent) => {
      if (uploads.isBusy()) event.preventDefault()
    }
    const resume = () => uploads.resume()
    window.addEventListener('beforeunload', ask)
    window.addEventListener('online', resume)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('online', resume)
    }
  }, [uploads])
}
