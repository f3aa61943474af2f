import type { ContactSession } from '../../contacts/contact-source.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { draftsOf, showing, withDraft } from './desk-changes.ts'
import { currentOf, frontOf, hasContact, isGone, isUndecided, type Desk, type Hands } from './desk.ts'
import { isBegun, isUnfinished, type KeptDraft } from './kept-draft.ts'

type ReadySession = ContactSession & { readonly status: 'ready' }

/** The contact source has a new session. The desk may follow the agent to another contact. */
export function withSession(desk: Desk, session: ContactSession, hands: Hands): Desk {
  if (session.status !== 'ready') return { ...desk, isReady: false }
  const seen = withContacts(desk, session)
  return mustStay(desk, seen, hands) ? seen : following(seen)
}

function withContacts(desk: Desk, { contacts, currentContactId }: ReadySession): Desk {
  const { currentContactId: _before, ...rest } = desk
  return {
    ...rest,
    ...(currentContactId === undefined ? {} : { currentContactId }),
    contacts,
    isReady: true,
    // The agent has turned to another contact, so the offer to bring back a discarded draft ends.
    discarded: currentContactId === desk.currentContactId ? desk.discarded : [],
    drafts: desk.drafts.map((draft) => withLatestContact(draft, contacts)),
  }
}

/**
 * The draft in front stays if the agent has not turned to another contact, if the agent is working on the draft, or if an
 * unfinished draft has lost its contact or must still get one.
 */
function mustStay(before: Desk, seen: Desk, hands: Hands): boolean {
  const front = frontOf(before)
  const { currentContactId } = seen
  const isOpen = front.contactChoice === 'open'
  const hasTurned = currentContactId !== before.currentContactId || isOpen
  if (!hasTurned || currentContactId === front.contact?.contactId) return true
  // The draft was restored and the agent has not used it. Now they turn to a contact.
  if (front === before.restored && hands !== 'writing' && currentContactId !== undefined) return false
  if (isBegun(front) ? hands !== 'away' : hands === 'writing' && !isOpen) return true
  const hasClosed = hasContact(before.contacts, front.contact?.contactId) && isGone(seen)
  return isUnfinished(front) && (currentContactId === undefined || hasClosed || isUndecided(seen))
}

/** Puts the draft of the current contact in front. */
function following(desk: Desk): Desk {
  const current = currentOf(desk)
  const front = frontOf(desk)
  const isFree = front.contactChoice === 'open' && !isBegun(front)
  if (!isFree || !current || draftsOf(desk.drafts, current).length > 0) return showing(desk, current)
  // The blank form gets the contact: another form would take the focus out of its field.
  return withDraft(desk, front.id, (draft) => ({ ...draft, contactChoice: 'listed', contact: current }))
}

function withLatestContact(draft: KeptDraft, contacts: readonly Contact[]): KeptDraft {
  const latest = contacts.find(({ contactId }) => contactId === draft.contact?.contactId)
  return latest && latest !== draft.contact ? { ...draft, contactChoice: 'listed', contact: latest } : draft
}
