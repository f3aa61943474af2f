import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { FileOnItsWay } from '../../../../client/uploads/upload-state.ts'
import type { DraftUploads } from '../../../../client/uploads/drafts/draft-uploads.ts'
import { useDraftUploads } from '../../../form-model/uploads/draft-uploads-context.ts'
import { useLateMessages } from '../../../late/late-messages.ts'
import type { IncomingFiles } from './choosing/incoming-files.ts'
import { uploadNews } from './upload-news.ts'
import { useRemovedFiles, type RemovedFile } from './use-removed-files.ts'
import { allAdded, useNotAdded, type NotAdded } from './use-not-added.ts'
import { useUploadLimits, type KnownLimits } from './use-upload-limits.ts'

const noFiles: readonly FileOnItsWay[] = []
const getNoFiles = () => noFiles
const neverChanges = () => () => {}

/** The files of the draft in front of the agent. */
export function useFilesOnTheirWay(): readonly FileOnItsWay[] {
  const uploads = useDraftUploads()
  return useSyncExternalStore(uploads?.subscribe ?? neverChanges, uploads?.getSnapshot ?? getNoFiles)
}

export interface TaskFiles {
  readonly files: readonly FileOnItsWay[]
  /** Absent until the code for it has been loaded. */
  readonly uploads: DraftUploads | undefined
  readonly limits: KnownLimits
  readonly canAdd: boolean
  /** Adds as many files as the task has room for. `freed` is the number of files that were just removed to make room. */
  readonly add: (incoming: IncomingFiles, freed?: number) => void
  readonly remove: (file: RemovedFile) => void
  readonly undo: () => void
  /** The last removed file that the agent can bring back. */
  readonly removed: RemovedFile | undefined
  readonly notAdded: NotAdded
  /** For screen readers. */
  readonly news: string
}

/** The files of a task as the agent adds and removes them. */
export function useTaskFiles(isLookedAt: boolean): TaskFiles {
  const { files: words } = useLateMessages()
  const uploads = useDraftUploads()
  const files = useFilesOnTheirWay()
  const limits = useUploadLimits(isLookedAt || files.length > 0)
  const removed = useRemovedFiles(uploads)
  const { notAdded, setNotAdded } = useNotAdded(uploads)
  const [news, setNews] = useState('')
  const before = useRef(files)
  useEffect(() => {
    const ended = uploadNews(before.current, files, words)
    before.current = files
    if (ended) setNews(ended)
  }, [files, words])
  const room = Math.max(limits.mostFiles - files.length, 0)
  return {
    files,
    uploads,
    limits,
    canAdd: uploads !== undefined && limits.unavailable === undefined && room > 0,
    add: ({ files: incoming, hasFolder }, freed = 0) => {
      const added = incoming.slice(0, room + freed)
      setNotAdded({ count: incoming.length - added.length, hasFolder })
      if (added.length === 0) return
      removed.forget()
      uploads?.add(added)
      setNews(words.added(added.length))
    },
    remove: (file) => {
      setNotAdded(allAdded)
      removed.remove(file)
    },
    undo: removed.undo,
    removed: removed.last,
    notAdded,
    news,
  }
}
