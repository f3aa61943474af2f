import type { AttachmentDraft } from '../../../core/fields/attachments/attachment.ts'
import type { SnapshotStore, Snapshots } from '../../../core/listeners/snapshot-store.ts'
import type { UploadQueue } from '../upload-queue.ts'
import { isOnItsWay, type FileOnItsWay } from '../upload-state.ts'
import type { FilesOfDrafts } from './files-of-drafts.ts'
import type { RemovedFiles } from './removed-files.ts'

export interface ChosenFile extends Blob {
  readonly name: string
}

/** The files of one draft. */
export interface DraftUploads extends Snapshots<readonly FileOnItsWay[]> {
  /** Adds files. Each upload starts at once, or waits for those before it. */
  readonly add: (files: readonly ChosenFile[]) => void
  /** Uploads a failed or cancelled file again, if its failure allows that. */
  readonly retry: (fileId: string) => void
  /** Stops a file on its way. It stays in the list. */
  readonly cancel: (fileId: string) => void
  /** Removes a file from the draft, and stops its upload. */
  readonly remove: (fileId: string) => void
  /** Puts a removed file back in its place. If the removal stopped its upload, the upload starts again. */
  readonly undoRemove: (fileId: string) => void
  /** Removals can no longer be undone, so the bucket need not keep these files. */
  readonly forgetRemoved: () => void
  /** Renames a file. Does nothing after the proxy has been asked for a place, because the place is for that name. */
  readonly rename: (fileId: string, name: string) => void
  /** Resolves when no file of the draft can still arrive without the agent, or when the signal is aborted. */
  readonly rest: (signal: AbortSignal) => Promise<void>
}

export interface DraftUploadsParts {
  readonly files: FilesOfDrafts
  readonly queue: UploadQueue
  readonly removed: RemovedFiles
  /** Puts files into the draft. */
  readonly add: (draftId: string, chosen: readonly ChosenFile[]) => void
}

const withoutUpload = ({ upload: _gone, ...file }: AttachmentDraft): AttachmentDraft => file

export function draftUploads(
  draftId: string,
  store: SnapshotStore<readonly FileOnItsWay[]>,
  { files, queue, removed, add }: DraftUploadsParts,
): DraftUploads {
  const find = (fileId: string) => store.getSnapshot().find(({ id }) => id === fileId)
  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    add: (chosen) => add(draftId, chosen),
    retry: (fileId) => {
      const { state } = find(fileId) ?? {}
      if (state !== 'failed' && state !== 'cancelled') return
      if (!queue.get(fileId)) return
      files.changeFile(fileId, withoutUpload)
      queue.begin(fileId)
    },
    cancel: (fileId) => {
      const file = find(fileId)
      if (file && isOnItsWay(file)) queue.stop(fileId)
    },
    remove: (fileId) => removed.remove(draftId, fileId),
    undoRemove: (fileId) => removed.undo(draftId, fileId),
    forgetRemoved: () => removed.forget((each) => each === draftId),
    rename: (fileId, name) => {
      const file = find(fileId)
      if (!file?.canRename) return
      files.changeFile(fileId, (each) => ({ ...each, name }))
      // The rules have checked the old name, so start again. A waiting file is checked later anyway.
      if (file.state !== 'cancelled' && file.state !== 'waiting') queue.begin(fileId)
    },
    rest: (signal) => untilRest(store, signal),
  }
}

async function untilRest(
  { subscribe, getSnapshot }: Snapshots<readonly FileOnItsWay[]>,
  signal: AbortSignal,
): Promise<void> {
  const isOver = () => signal.aborted || !getSnapshot().some(isOnItsWay)
  if (isOver()) return
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!isOver()) return
      stop()
      signal.removeEventListener('abort', look)
      resolve()
    }
    const stop = subscribe(look)
    signal.addEventListener('abort', look)
  })
}
