import { isMessageDraft, type AnyDraft } from '../../core/message/any-draft.ts'
import { sameAnyDraft } from '../../core/message/same-draft.ts'
import { withDraft } from './desk-changes.ts'
import { blankOf, type Desk } from './desk.ts'
import { filesIn } from './draft-files.ts'
import { contentOf, isBegun, withContentOf, type DraftContact, type KeptDraft } from './kept-draft.ts'

/** The agent typed: the form of this draft has this content now. Its files are those of the desk: no form owns them. */
export function withContent(desk: Desk, id: string, typed: AnyDraft, now?: number): Desk {
  const known = desk.drafts.find((draft) => draft.id === id)
  if (!known) return desk
  const whole = isMessageDraft(typed) ? typed : { ...typed, attachments: filesIn(known.content) }
  return withWholeContent(desk, id, whole, now)
}

/** The draft has this content now, files included. It stays a task or a message. */
export function withWholeContent(desk: Desk, id: string, content: AnyDraft, now?: number): Desk {
  const known = desk.drafts.find((draft) => draft.id === id)
  const next = contentOf(content)
  if (next.kind !== known?.kind || sameAnyDraft(next.content, known.content)) return desk
  const hasNoContacts = desk.isReady && desk.contacts.length === 0
  return withDraft(desk, id, (draft) => {
    const typed = begunAt(draft, withContentOf(draft, next.content, blankOf(desk, draft.kind)), now)
    // A draft that is begun while the agent has no contacts is about no contact.
    const isAboutNone = typed.contactChoice === 'open' && hasNoContacts && isBegun(typed) && !isBegun(draft)
    return isAboutNone ? about(typed, { contactChoice: 'none' }) : typed
  })
}

const begunAt = (before: KeptDraft, next: KeptDraft, now: number | undefined): KeptDraft =>
  now !== undefined && isBegun(next) && !isBegun(before) ? { ...next, begunAt: now } : next

/** Only the contact changes: a new contact replaces the old one whole. */
export const about = (draft: KeptDraft, contact: DraftContact): KeptDraft => ({
  ...draft,
  contact: undefined,
  ...contact,
})
