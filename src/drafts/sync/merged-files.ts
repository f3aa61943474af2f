import type { AttachmentDraft, StoredUpload } from '../../core/fields/attachments/attachment.ts'
import { isMessageDraft, type AnyDraft } from '../../core/message/any-draft.ts'
import type { Files } from '../desk/draft-files.ts'

export interface ThreeLists {
  readonly own: Files
  /** The files as this window last saw them in the store. */
  readonly base: Files
  readonly theirs: Files
}

const findIn = (files: Files, { id }: AttachmentDraft) => files.find((file) => file.id === id)

/**
 * The upload that is valid for longer. For one and the same upload the earlier end counts, because the proxy has said that the
 * file is gone.
 */
function laterUpload(
  one: StoredUpload | undefined,
  other: StoredUpload | undefined,
): StoredUpload | undefined {
  if (!one || !other) return one ?? other
  const [earlier, later] = other.expiresAt < one.expiresAt ? [other, one] : [one, other]
  if (earlier.expiresAt === later.expiresAt) return one
  return one.token === other.token ? earlier : later
}

function withUploadOf(file: AttachmentDraft, other: AttachmentDraft | undefined): AttachmentDraft {
  const upload = laterUpload(file.upload, other?.upload)
  return upload === undefined || upload === file.upload ? file : { ...file, upload }
}

/**
 * The files of a draft that two windows have changed. Files never cause two versions of a draft: the additions and removals of
 * both windows are applied. A window does not show files that another one is still uploading, so their absence there is no
 * removal.
 */
export function mergedFiles({ own, base, theirs }: ThreeLists): Files {
  const kept = own
    .filter((file) => findIn(theirs, file) ?? !findIn(base, file)?.upload)
    .map((file) => withUploadOf(file, findIn(theirs, file)))
  const added = theirs.filter((file) => file.upload && !findIn(own, file) && !findIn(base, file))
  const all = [...kept, ...added]
  return all.length === own.length && all.every((file, index) => file === own[index]) ? own : all
}

/** Whether both are the same list with the same finished uploads. */
export const sameFiles = (one: Files, other: Files): boolean =>
  one.length === other.length &&
  one.every(({ id, name, upload }, index) => {
    const file = other[index]
    return (
      file?.id === id &&
      file.name === name &&
      file.upload?.token === upload?.token &&
      file.upload?.expiresAt === upload?.expiresAt
    )
  })

export const withoutFiles = (content: AnyDraft): AnyDraft =>
  isMessageDraft(content) ? content : { ...content, attachments: [] }
