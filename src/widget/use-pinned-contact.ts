import { useState } from 'react'
import type { ContactSession } from '../contacts/contact-source.ts'
import type { Contact } from '../core/contact.ts'

export interface PinnedContact {
  /** The contact the draft is about; absent when it is about none. */
  readonly contact?: Contact
  /** The contact has left the agent's list; its id is still good for a link. */
  readonly isGone: boolean
  /** The contact in front of the agent, where that is another one than the draft's. */
  readonly elsewhere?: Contact
  /** Several contacts could be meant, and nobody has said which. */
  readonly isUndecided: boolean
  readonly pin: (contactId: string | undefined) => void
}

interface Pin {
  readonly contact?: Contact
  readonly byHand: boolean
  /** The draft was begun before anybody could know which contact it is about. */
  readonly isBlind: boolean
}

const sessionContacts = (session: ContactSession) => (session.status === 'ready' ? session.contacts : [])

/**
 * A draft belongs to the contact it was begun on. Until something is typed the panel follows the agent from contact to
 * contact; from then on only the agent moves the draft.
 */
export function usePinnedContact(session: ContactSession, isBegun: boolean): PinnedContact {
  const [pinned, setPinned] = useState<Pin>({ byHand: false, isBlind: true })
  const contacts = sessionContacts(session)
  const find = (contactId: string | undefined) => contacts.find((contact) => contact.contactId === contactId)

  const current = session.status === 'ready' ? find(session.currentContactId) : undefined
  const live = find(pinned.contact?.contactId)
  const contact = isBegun || pinned.byHand ? (live ?? pinned.contact) : current
  const isReady = session.status === 'ready'
  const isBlind = isBegun ? pinned.isBlind : !isReady
  if (contact !== pinned.contact || isBlind !== pinned.isBlind) {
    setPinned({ ...withContact(contact), byHand: pinned.byHand, isBlind })
  }

  const isElsewhere = current !== undefined && current.contactId !== contact?.contactId
  return {
    ...withContact(contact),
    isUndecided: contact === undefined && !pinned.byHand && contacts.length > (isBlind ? 0 : 1),
    isGone: isReady && contact !== undefined && find(contact.contactId) === undefined,
    ...(isElsewhere ? { elsewhere: current } : {}),
    pin: (contactId) => setPinned({ ...withContact(find(contactId)), byHand: true, isBlind: false }),
  }
}

const withContact = (contact: Contact | undefined) => (contact ? { contact } : {})
