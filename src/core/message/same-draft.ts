import { sameDraft } from '../task/task-draft.ts'
import { isMessageDraft, type AnyDraft } from './any-draft.ts'
import { sameMessageDraft } from './message-draft.ts'

/** Whether two drafts are of one kind and hold the same values. */
export const sameAnyDraft = (one: AnyDraft, other: AnyDraft): boolean =>
  isMessageDraft(one)
    ? isMessageDraft(other) && sameMessageDraft(one, other)
    : !isMessageDraft(other) && sameDraft(one, other)
