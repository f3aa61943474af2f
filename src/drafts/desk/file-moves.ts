import type { AttachmentDraft } from '../../core/fields/attachments/attachment.ts'
import { withWholeContent } from './content-moves.ts'
import type { Desk } from './desk.ts'
import { filesIn, withFilesIn, type Files } from './draft-files.ts'
import type { KeptDraft } from './kept-draft.ts'

// Uploads change the files of a draft while another draft is in front, so the desk owns the files and not the form.

/** All drafts, including the discarded ones that the agent can still bring back. */
const all = ({ drafts, discarded }: Desk): readonly KeptDraft[] => [...drafts, ...discarded]

/** The files of a draft; undefined once it is gone. */
export function filesOf(desk: Desk, draftId: string): Files | undefined {
  const draft = all(desk).find(({ id }) => id === draftId)
  return draft && filesIn(draft.content)
}

/** A file in any draft. */
export const fileIn = (desk: Desk, fileId: string): AttachmentDraft | undefined =>
  all(desk)
    .flatMap(({ content }) => filesIn(content))
    .find(({ id }) => id === fileId)

/** The agent adds or removes files. */
export function withFiles(desk: Desk, draftId: string, change: (files: Files) => Files, now: number): Desk {
  const draft = desk.drafts.find(({ id }) => id === draftId)
  if (!draft) return desk
  return withWholeContent(desk, draftId, withFilesIn(draft, change(filesIn(draft.content))).content, now)
}

/** The upload of a file has changed: updates every draft that has the file. */
export function withFile(
  desk: Desk,
  fileId: string,
  change: (file: AttachmentDraft) => AttachmentDraft,
): Desk {
  const changed = (draft: KeptDraft): KeptDraft => {
    const files = filesIn(draft.content)
    if (!files.some(({ id }) => id === fileId)) return draft
    return withFilesIn(
      draft,
      files.map((file) => (file.id === fileId ? change(file) : file)),
    )
  }
  return { ...desk, drafts: desk.drafts.map(changed), discarded: desk.discarded.map(changed) }
}
