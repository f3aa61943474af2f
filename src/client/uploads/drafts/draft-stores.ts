import type { AttachmentDraft } from '../../../core/fields/attachments/attachment.ts'
import { createSnapshotStore, type SnapshotStore } from '../../../core/listeners/snapshot-store.ts'
import type { UploadQueue } from '../upload-queue.ts'
import type { FileOnItsWay } from '../upload-state.ts'
import type { FilesOfDrafts } from './files-of-drafts.ts'
import { sameFiles, shownFile } from './shown-files.ts'

/** One day: browsers end a timer of more than 24.8 days at once, and a stored draft may have any time. */
const longestWaitMs = 86_400_000

export interface DraftStoresOptions {
  readonly files: FilesOfDrafts
  readonly queue: UploadQueue
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
}

/** The files of each draft as they are shown, kept up to date. */
export interface DraftStores {
  readonly open: (draftId: string) => SnapshotStore<readonly FileOnItsWay[]>
  readonly refresh: () => void
  /**
   * Forgets drafts that no longer exist, and returns their ids. A panel is open for a whole shift, and many drafts come and go.
   */
  readonly dropGone: () => readonly string[]
}

export function createDraftStores({ files, queue, now, wait }: DraftStoresOptions): DraftStores {
  const stores = new Map<string, SnapshotStore<readonly FileOnItsWay[]>>()
  let nextExpiry = Infinity
  const shown = (own: readonly AttachmentDraft[]): readonly FileOnItsWay[] =>
    own.map((file) => shownFile(file, queue, now()))

  function refresh(): void {
    for (const [draftId, store] of stores) {
      const own = files.of(draftId) ?? []
      store.set(shown(own))
      watchExpiry(own)
    }
  }

  async function refreshAfter(milliseconds: number): Promise<void> {
    await wait(milliseconds)
    nextExpiry = Infinity
    refresh()
  }

  function watchExpiry(own: readonly AttachmentDraft[]): void {
    const times = own.flatMap(({ upload }) => upload?.expiresAt ?? [])
    const next = Math.min(...times.filter((time) => time > now()))
    if (next >= nextExpiry) return
    nextExpiry = next
    void refreshAfter(Math.min(next - now(), longestWaitMs))
  }

  return {
    open: (draftId) => {
      const own = files.of(draftId) ?? []
      const store = createSnapshotStore(shown(own), sameFiles)
      stores.set(draftId, store)
      watchExpiry(own)
      return store
    },
    refresh,
    dropGone: () => {
      const gone = [...stores].filter(([draftId]) => !files.of(draftId))
      for (const [draftId, store] of gone) {
        store.set([])
        stores.delete(draftId)
      }
      return gone.map(([draftId]) => draftId)
    },
  }
}
