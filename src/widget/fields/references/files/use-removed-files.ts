import { useEffect, useState } from 'react'
import type { DraftUploads } from '../../../../client/uploads/drafts/draft-uploads.ts'

export interface RemovedFile {
  readonly id: string
  readonly name: string
  /** Its place in the list, where undo puts it back. */
  readonly index: number
}

/** The removed files that the agent can bring back, the last one first. The uploads keep their bytes as long. */
export function useRemovedFiles(uploads: DraftUploads | undefined) {
  const [removed, setRemoved] = useState<readonly RemovedFile[]>([])
  // When the agent leaves the form, no file can be brought back any more.
  useEffect(() => () => uploads?.forgetRemoved(), [uploads])
  return {
    last: removed[0],
    remove: (file: RemovedFile) => {
      uploads?.remove(file.id)
      setRemoved((before) => [file, ...before])
    },
    /** Added files may use the room of the removed ones, so these cannot come back. */
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
