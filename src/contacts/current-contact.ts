import type { Contact } from '../core/contact.ts'

/** How long a view of no contact is ignored: switching between channels, the CCP briefly shows none (Streams' `onViewContact`). */
export const viewGraceMs = 250

/** The contacts at hand and the one that the agent last had the CCP show. */
export interface ContactView {
  readonly contacts: readonly Contact[]
  readonly viewedContactId?: string
  /** Since when the CCP shows no contact, while that is still too short to believe. */
  readonly blankSince?: number
}

export const emptyView: ContactView = { contacts: [] }

/**
 * The contacts changed. A viewed contact that went away is forgotten; one that has yet to arrive is not,
 * because the CCP may announce a view before the contact itself.
 */
export function withContacts(view: ContactView, contacts: readonly Contact[]): ContactView {
  const { viewedContactId } = view
  if (viewedContactId === undefined) return { contacts }
  const wasHere = holds(view.contacts, viewedContactId)
  return wasHere && !holds(contacts, viewedContactId) ? { contacts } : { ...view, contacts }
}

/** The CCP shows another contact, or with '' none. */
export function withViewed({ contacts, ...before }: ContactView, contactId: string, at: number): ContactView {
  if (contactId !== '') return { contacts, viewedContactId: contactId }
  return before.viewedContactId === undefined ? { contacts } : { contacts, blankSince: at, ...before }
}

/** Time passed; a blank view that lasted is believed. */
export function withTime(view: ContactView, now: number): ContactView {
  const { contacts, blankSince } = view
  return blankSince !== undefined && now - blankSince >= viewGraceMs ? { contacts } : view
}

/**
 * The contact in front of the agent: the one the CCP shows; else the only one, else the only connected one.
 * Undefined when several could be meant, since a task on the wrong customer is worse than a question.
 */
export function currentContactId({ contacts, viewedContactId }: ContactView): string | undefined {
  if (viewedContactId !== undefined) return holds(contacts, viewedContactId) ? viewedContactId : undefined
  return only(contacts) ?? only(contacts.filter(({ state }) => state === 'connected'))
}

const only = (contacts: readonly Contact[]) => (contacts.length === 1 ? contacts[0]?.contactId : undefined)

const holds = (contacts: readonly Contact[], contactId: string) =>
  contacts.some((contact) => contact.contactId === contactId)
