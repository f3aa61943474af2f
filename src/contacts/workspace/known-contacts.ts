import type { Contact } from '../../core/contact/contact.ts'
import type { ContactSession, SourceAgent } from '../contact-source.ts'
import { emptyView, withContacts, withViewed } from '../current-contact.ts'
import { readySession } from '../ready-session.ts'
import { contactsAfter, contactsRead, type Heard, type HeardContacts } from './contacts.ts'
import type { Reading } from './reads.ts'

type SuccessfulReading = Reading & { readonly ok: true }

/** The agent's contacts, from reads and from events. */
export interface KnownContacts {
  readonly session: () => ContactSession
  readonly ids: () => readonly string[]
  /** The workspace shows this contact. */
  readonly show: (contactId: string) => void
  /** Takes an event about a contact. Returns whether the contact is new. */
  readonly takeEvent: (about: Pick<Contact, 'contactId' | 'channel'>, becomes: Heard['becomes']) => boolean
  /** Begins a read. Returns the function that takes its answer; events since then count as newer. */
  readonly beginRead: () => (reading: SuccessfulReading) => void
  /** Whether the last event about this contact was that it left. */
  readonly hasLeft: (contactId: string | undefined) => boolean
}

export function createKnownContacts(now: () => number): KnownContacts {
  let view = emptyView
  let heard: HeardContacts = new Map()
  let agent: SourceAgent | undefined
  return {
    session: () => readySession(view, agent),
    ids: () => view.contacts.map(({ contactId }) => contactId),
    show: (contactId) => {
      view = withViewed(view, contactId, now())
    },
    takeEvent: (about, becomes) => {
      const latest = { becomes, at: now() }
      const isNew = view.contacts.every(({ contactId }) => contactId !== about.contactId)
      heard = new Map([...heard, [about.contactId, latest]])
      view = withContacts(view, contactsAfter(view.contacts, about, latest))
      return isNew
    },
    beginRead: () => {
      const heardBefore = heard
      return (reading) => {
        agent = reading.agent ?? agent
        const during = { heardBefore, heard, known: view.contacts, now: now() }
        view = withContacts(view, contactsRead(reading.contacts, during))
      }
    },
    hasLeft: (contactId) => contactId !== undefined && heard.get(contactId)?.becomes === 'gone',
  }
}
