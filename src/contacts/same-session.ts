import type { Contact } from '../core/contact/contact.ts'
import type { ContactSession } from './contact-source.ts'

/** Whether two sessions have equal content. */
export function sameSession(one: ContactSession, other: ContactSession): boolean {
  if (one.status === 'permission-missing' && other.status === 'permission-missing') {
    return one.permissions.join() === other.permissions.join()
  }
  if (one.status !== 'ready' || other.status !== 'ready') return one.status === other.status
  return (
    one.currentContactId === other.currentContactId &&
    one.agent?.userId === other.agent?.userId &&
    one.agent?.name === other.agent?.name &&
    one.contacts.length === other.contacts.length &&
    one.contacts.every((contact, index) => sameContact(contact, other.contacts[index]))
  )
}

const sameContact = (one: Contact, other: Contact | undefined) =>
  one.contactId === other?.contactId &&
  one.channel === other.channel &&
  one.state === other.state &&
  one.stateSince === other.stateSince &&
  one.displayName === other.displayName
