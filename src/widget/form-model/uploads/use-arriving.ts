import { useSyncExternalStore } from 'react'
import { isOnItsWay, type FileOnItsWay } from '../../../client/uploads/upload-state.ts'
import type { DraftUploads } from '../../../client/uploads/drafts/draft-uploads.ts'

const neverChanges = () => () => {}

/** True if a file has arrived or may still arrive without the agent's help. */
const isArriving = (file: FileOnItsWay): boolean => file.state === 'done' || isOnItsWay(file)

/** The ids of these files as one text, so that React sees when they change. */
export const arrivingIn = (uploads: DraftUploads | undefined): string =>
  (uploads?.getSnapshot() ?? [])
    .filter(isArriving)
    .map(({ id }) => id)
    .join(' ')

export const useArriving = (uploads: DraftUploads | undefined): string =>
  useSyncExternalStore(uploads?.subscribe ?? neverChanges, () => arrivingIn(uploads))
