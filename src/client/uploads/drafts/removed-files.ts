import type { AttachmentDraft } from '../../../core/fields/attachments/attachment.ts'
import type { FilesOfDrafts } from './files-of-drafts.ts'
import type { UploadQueue } from '../upload-queue.ts'
import { isOnItsWay } from '../upload-state.ts'

interface Removal {
  readonly draftId: string
  readonly file: AttachmentDraft
  readonly index: number
  readonly wasStopped: boolean
}

export interface RemovedFilesOptions {
  readonly files: FilesOfDrafts
  readonly queue: UploadQueue
  readonly discard: (token: string) => void
}

/** Files that the agent has taken out of drafts, and can still bring back. */
export interface RemovedFiles {
  readonly has: (fileId: string) => boolean
  readonly remove: (draftId: string, fileId: string) => void
  readonly undo: (draftId: string, fileId: string) => void
  /** These files can no longer be brought back, so the bucket need not keep them. */
  readonly forget: (isOver: (draftId: string) => boolean) => void
  readonly abandon: () => void
}

export function createRemovedFiles({ files, queue, discard }: RemovedFilesOptions): RemovedFiles {
  let removals: readonly Removal[] = []
  /** A copy of a draft may still want a file that was taken out of another. */
  const isWanted = (fileId: string) => files.find(fileId) !== undefined
  return {
    has: (fileId) => removals.some(({ file }) => file.id === fileId),
    remove: (draftId, fileId) => {
      const own = files.of(draftId) ?? []
      const index = own.findIndex(({ id }) => id === fileId)
      const file = own[index]
      if (!file) return
      const live = queue.get(fileId)
      const isMoving = live !== undefined && isOnItsWay(live.step)
      const removal = { draftId, file, index, wasStopped: false }
      removals = [...removals, removal]
      files.changeList(draftId, (before) => before.filter(({ id }) => id !== fileId))
      if (!isMoving || isWanted(fileId)) return
      removals = removals.map((each) => (each === removal ? { ...each, wasStopped: true } : each))
      queue.stop(fileId)
    },
    undo: (draftId, fileId) => {
      const removal = removals.findLast((each) => each.draftId === draftId && each.file.id === fileId)
      if (!removal) return
      removals = removals.filter((each) => each !== removal)
      // A copy of the draft may have finished the upload.
      const file = files.find(fileId) ?? removal.file
      files.changeList(draftId, (before) => before.toSpliced(removal.index, 0, file))
      if (removal.wasStopped) queue.begin(fileId)
    },
    forget: (isOver) => {
      const over = removals.filter(({ draftId }) => isOver(draftId))
      removals = removals.filter((removal) => !over.includes(removal))
      for (const { file } of over) {
        // A task with this file has its own copy in the bucket.
        if (file.upload && !isWanted(file.id)) discard(file.upload.token)
      }
    },
    abandon: () => {
      removals = []
    },
  }
}
