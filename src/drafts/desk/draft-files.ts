import { isMessageDraft, type AnyDraft } from '../../core/message/any-draft.ts'
import type { AttachmentDraft } from '../../core/fields/attachments/attachment.ts'
import type { KeptDraft } from './kept-draft.ts'

export type Files = readonly AttachmentDraft[]

const none: Files = []

/** The files of a draft. A message has none. */
export const filesIn = (content: AnyDraft): Files => (isMessageDraft(content) ? none : content.attachments)

export const withFilesIn = (draft: KeptDraft, attachments: Files): KeptDraft =>
  draft.kind === 'message' || attachments === draft.content.attachments
    ? draft
    : { ...draft, content: { ...draft.content, attachments } }
