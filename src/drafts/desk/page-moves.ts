import { isMessageDraft, type AnyDraft } from '../../core/message/any-draft.ts'
import { sameAnyDraft } from '../../core/message/same-draft.ts'
import { emptyMessageDraft } from '../../core/message/message-draft.ts'
import { showing } from './desk-changes.ts'
import { blankOf, currentOf, newDesk, type Desk } from './desk.ts'
import { contentOf, isBegun } from './kept-draft.ts'

/** Removes every draft from view; the contacts stay. */
export function cleared({
  restored: _before,
  deletion: _known,
  isCreatedUnkept: _unkept,
  ...desk
}: Desk): Desk {
  const { drafts, frontId, textless, discarded } = newDesk(desk.blank)
  return showing(
    { ...desk, drafts, frontId, textless, discarded, blankMessage: emptyMessageDraft },
    currentOf(desk),
  )
}

/** Changes the content of new drafts of this kind, and of those that are still blank. */
export function withBlank(desk: Desk, blank: AnyDraft): Desk {
  const next = contentOf(blank)
  if (sameAnyDraft(blank, blankOf(desk, next.kind))) return desk
  const drafts = desk.drafts.map((draft) =>
    isBegun(draft) || draft.kind !== next.kind ? draft : { ...draft, ...next },
  )
  return { ...desk, ...(isMessageDraft(blank) ? { blankMessage: blank } : { blank }), drafts }
}
