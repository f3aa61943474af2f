import type { Contact } from '../../core/contact/contact.ts'
import type { ScheduleDraft } from '../../core/fields/schedule/schedule-draft.ts'
import { isMessageDraft, type DraftKind } from '../../core/message/any-draft.ts'
import { about, withWholeContent } from './content-moves.ts'
import { draftsOf, inFront, showing, withDraft, withNewDraft, withoutDraft } from './desk-changes.ts'
import { currentOf, frontOf, isGone, isUndecided, type Desk } from './desk.ts'
import {
  aboutOf,
  hasQuestion,
  isBegun,
  isUnfinished,
  listedOrOpen,
  type DraftContact,
  type KeptDraft,
} from './kept-draft.ts'
import { restoring } from './stored-moves.ts'

/** The agent picks a contact, or none, from the list. A draft without a chosen contact gets this one. */
export function choosing(desk: Desk, contact: Contact | undefined): Desk {
  if (isUndecided(desk) && isUnfinished(frontOf(desk))) return moving(desk, contact)
  const shown = showing(desk, contact)
  return contact === undefined ? moving(shown, undefined) : shown
}

/** The agent moves the draft in front to another contact. */
export const moving = (desk: Desk, contact: Contact | undefined): Desk =>
  withDraft(desk, desk.frontId, (draft) =>
    about(draft, contact ? { contactChoice: 'listed', contact } : { contactChoice: 'none' }),
  )

/** The agent typed the contact's id for this draft. Another draft may be in front by now. */
export const linkingTyped = (desk: Desk, id: string, contact: Contact): Desk =>
  withDraft(desk, id, (draft) => about(draft, { contactChoice: 'typed', contact }))

/**
 * The agent has seen the created task or message: replaces its draft by one for the same contact, even if the CCP shows another
 * contact by now. If the agent asks for the other kind and has an unfinished draft of it, that draft comes to the front.
 */
export function startingOver(desk: Desk, kind: DraftKind = frontOf(desk).kind): Desk {
  const front = frontOf(desk)
  const contact: DraftContact =
    front.contactChoice === 'typed'
      ? { contactChoice: 'typed', contact: front.contact }
      : listedOrOpen(front.contact)
  const begun = kind === front.kind ? undefined : unfinishedOf(desk, kind)
  const next = begun ? inFront(desk, begun.id) : withNewDraft(desk, contact, kind)
  // A question about a second task stays until it is answered.
  return hasQuestion(front) ? next : withoutDraft(next, front.id)
}

/**
 * The agent wants another task like the created one: the same content in a new draft, which gets client tokens of its own.
 * With the schedule that the task has now, if the agent has changed its time since.
 */
export function startingAlike(desk: Desk, schedule?: ScheduleDraft, now?: number): Desk {
  const { content } = frontOf(desk)
  const next = startingOver(desk)
  const alike = schedule && !isMessageDraft(content) ? { ...content, schedule } : content
  return withWholeContent(next, next.frontId, alike, now)
}

/** The agent turns from tasks to messages, or back: to the latest draft of that kind about the same contact, or to a new one. */
export function switchingKind(desk: Desk, kind: DraftKind): Desk {
  const front = frontOf(desk)
  if (front.kind === kind) return desk
  const own = unfinishedOf(desk, kind)
  return own ? inFront(desk, own.id) : withNewDraft(desk, aboutOf(front), kind)
}

/** The latest draft of this kind about the contact in front. */
const unfinishedOf = (desk: Desk, kind: DraftKind): KeptDraft | undefined =>
  draftsOf(desk.drafts, frontOf(desk).contact).find(
    (draft) => draft.kind === kind && draft.phase !== 'created',
  )

/** Discards a draft. If it is in front, another one takes its place; a blank one stays. */
export function discarding(desk: Desk, id: string): Desk {
  const draft = desk.drafts.find((each) => each.id === id)
  if (!draft || (id === desk.frontId && !isBegun(draft))) return desk
  return { ...removing(desk, id), discarded: [...desk.discarded, draft] }
}

/** Takes a draft from the desk. If it is in front, another one takes its place. */
export const removing = (desk: Desk, id: string): Desk =>
  withoutDraft(id === desk.frontId ? withNextInFront(desk) : desk, id)

/** A new draft about the same contact, or about the current contact if the draft in front has none or has lost it. */
function withNextInFront(desk: Desk): Desk {
  const current = currentOf(desk)
  const hasItsContact = frontOf(desk).contact ? !isGone(desk) : !current
  return hasItsContact ? startingOver(desk) : showing(desk, current)
}

/** Brings back the draft that was discarded last. */
export const undiscarding = (desk: Desk): Desk =>
  restoring({ ...desk, discarded: desk.discarded.slice(0, -1) }, desk.discarded.slice(-1))

/** The agent needs the discarded drafts no more. */
export const forgettingDiscarded = (desk: Desk): Desk => ({ ...desk, discarded: [] })
