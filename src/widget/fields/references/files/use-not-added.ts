import { useSyncExternalStore } from 'react'
import type { DraftUploads } from '../../../../client/uploads/drafts/draft-uploads.ts'
import { createSnapshotStore, type SnapshotStore } from '../../../../core/listeners/snapshot-store.ts'

/** What the agent chose last and the draft did not take. */
export interface NotAdded {
  /** Files for which the task has no room. */
  readonly count: number
  readonly hasFolder: boolean
}

export const allAdded: NotAdded = { count: 0, hasFolder: false }

// The line of the closed section shows it, too.
const stores = new WeakMap<DraftUploads, SnapshotStore<NotAdded>>()
const noStore = createSnapshotStore(allAdded)

function storeOf(uploads: DraftUploads | undefined): SnapshotStore<NotAdded> {
  if (!uploads) return noStore
  const known = stores.get(uploads)
  if (known) return known
  const store = createSnapshotStore(allAdded)
  stores.set(uploads, store)
  return store
}

export function useNotAdded(uploads: DraftUploads | undefined) {
  const { subscribe, getSnapshot, set } = storeOf(uploads)
  return { notAdded: useSyncExternalStore(subscribe, getSnapshot), setNotAdded: set }
}
