import type { FilesOfDrafts } from '../../../client/uploads/drafts/files-of-drafts.ts'
import { fileIn, filesOf, withFile, withFiles } from '../../../drafts/desk/file-moves.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'

/** Lets the uploads read and change the files of the desk's drafts. */
export const filesOfDrafts = (
  { subscribe, getSnapshot, change }: Pick<DraftsAtHand, 'subscribe' | 'getSnapshot' | 'change'>,
  now: () => number,
): FilesOfDrafts => ({
  subscribe,
  of: (draftId) => filesOf(getSnapshot(), draftId),
  find: (fileId) => fileIn(getSnapshot(), fileId),
  changeList: (draftId, changeFiles) => change((desk) => withFiles(desk, draftId, changeFiles, now())),
  changeFile: (fileId, changeFile) => change((desk) => withFile(desk, fileId, changeFile)),
})
