import { useSyncExternalStore } from 'react'
import { isOnItsWay, type FileOnItsWay } from '../../../client/uploads/upload-state.ts'
import type { DraftUploads } from '../../../client/uploads/drafts/draft-uploads.ts'

const neverChanges = () => () => {}

/** Whether a file has arrived, or may still arrive by itself. */
const isArriving = (file: FileOnItsWay): boolean => file.state === 'done' || isOnItsWay(file)

/** The ids of the files that need nothing from the agent, as one text that changes only with them. */
export const arrivingIn = (uploads: DraftUploads | undefined): string =>
  (uploads?.getSnapshot() ?? [])
    .filter(isArriving)
    .map(({ id }) => id)
    .join(' ')

export const useArriving = (uploads: DraftUploads | undefined): string =>
  useSyncExternalStore(uploads?.subscribe ?? neverChanges, () => arrivingIn(uploads))
