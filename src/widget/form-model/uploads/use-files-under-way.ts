import { useEffect } from 'react'
import type { Uploads } from '../../../client/uploads/uploads.ts'

/** Continues uploads when the network is back, and lets the browser ask before a page with running uploads is closed. */
export function useFilesUnderWay(uploads: Uploads): void {
  useEffect(() => {
    // Closing or reloading the page would stop the upload, and the next page does not have the bytes.
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
