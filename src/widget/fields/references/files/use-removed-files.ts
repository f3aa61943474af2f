import { useEffect, useState } from 'react'
import type { DraftUploads } from '../../../../client/uploads/drafts/draft-uploads.ts'

export interface RemovedFile {
  readonly id: string
  readonly name: string
  /** Its place in the list, to which it comes back. */
  readonly index: number
}

/** The files that the agent has removed and can bring back, the last one first. The store keeps them as long. */
export function useRemovedFiles(uploads: DraftUploads | undefined) {
  const [removed, setRemoved] = useState<readonly RemovedFile[]>([])
  // The agent has left the form, and with it the way back, also that of files that were chosen again.
  useEffect(() => () => uploads?.forgetRemoved(), [uploads])
  return {
    last: removed[0],
    remove: (file: RemovedFile) => {
      uploads?.remove(file.id)
      setRemoved((before) => [file, ...before])
    },
    /** Files that are added take the places of removed ones. */
    forget: () => {
      uploads?.forgetRemoved()
      setRemoved([])
    },
    undo: () => {
      const [last] = removed
      if (!last) return
      uploads?.undoRemove(last.id)
      setRemoved((before) => before.slice(1))
    },
  }
}
