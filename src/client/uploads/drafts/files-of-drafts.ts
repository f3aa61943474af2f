import type { AttachmentDraft } from '../../../core/fields/attachments/attachment.ts'

/** The files of all drafts, as the desk has them. */
export interface FilesOfDrafts {
  readonly subscribe: (onChange: () => void) => () => void
  /** Undefined if the draft no longer exists. */
  readonly of: (draftId: string) => readonly AttachmentDraft[] | undefined
  /** The file in any draft, or in one that can still be brought back. */
  readonly find: (fileId: string) => AttachmentDraft | undefined
  readonly changeList: (
    draftId: string,
    change: (files: readonly AttachmentDraft[]) => readonly AttachmentDraft[],
  ) => void
  /** Changes the file in every draft that has it. */
  readonly changeFile: (fileId: string, change: (file: AttachmentDraft) => AttachmentDraft) => void
}
