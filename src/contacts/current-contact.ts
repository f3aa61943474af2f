import type { Contact } from '../core/contact/contact.ts'

/** Ignore a view of no contact for this long: the CCP shows none while it switches channels (Streams' `onViewContact`). */
export const viewGraceMs = 250

/** The agent's contacts and the one that the CCP showed last. */
export interface ContactView {
  readonly contacts: readonly Contact[]
  readonly viewedContactId?: string
  /** When the CCP began to show no contact, until `viewGraceMs` has passed. */
  readonly blankSince?: number
}

export const emptyView: ContactView = { contacts: [] }

/**
 * The view after the contacts have changed. It forgets a viewed contact that has left, but keeps one that is not in the list
 * yet: the CCP may announce a view before the contact itself.
 */
export function withContacts(view: ContactView, contacts: readonly Contact[]): ContactView {
  const { viewedContactId } = view
  if (viewedContactId === undefined) return { contacts }
  const wasHere = holds(view.contacts, viewedContactId)
  return wasHere && !holds(contacts, viewedContactId) ? { contacts } : { ...view, contacts }
}

/** The view after the CCP has shown another contact, or none (the id is ''). */
export function withViewed({ contacts, ...before }: ContactView, contactId: string, at: number): ContactView {
  if (contactId !== '') return { contacts, viewedContactId: contactId }
  return before.viewedContactId === undefined ? { contacts } : { contacts, blankSince: at, ...before }
}

/** The view after some time: after `viewGraceMs`, it accepts that the CCP shows no contact. */
export function withTime(view: ContactView, now: number): ContactView {
  const { contacts, blankSince } = view
  return blankSince !== undefined && now - blankSince >= viewGraceMs ? { contacts } : view
}

/**
 * The contact in front of the agent: the one the CCP shows; else the only one, else the only connected one.
 * Undefined when several remain, because a task on the wrong customer is worse than a question.
 */
export function currentContactId({ contacts, viewedContactId }: ContactView): string | undefined {
  if (viewedContactId !== undefined) return holds(contacts, viewedContactId) ? viewedContactId : undefined
  return only(contacts) ?? only(contacts.filter(({ state }) => state === 'connected'))
}

const only = (contacts: readonly Contact[]) => (contacts.length === 1 ? contacts[0]?.contactId : undefined)

const holds = (contacts: readonly Contact[], contactId: string) =>
  contacts.some((contact) => contact.contactId === contactId)
