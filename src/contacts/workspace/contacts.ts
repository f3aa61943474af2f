import type { Contact, ContactState } from '../../core/contact/contact.ts'
import type { ReadContact } from './reads.ts'

/** The last event about a contact. */
export interface Heard {
  readonly becomes: ContactState | 'gone'
  readonly at: number
}

/** The contacts by their ids. */
export type HeardContacts = ReadonlyMap<string, Heard>

export interface ReadWhile {
  /** The events known before the read began, and after it ended. */
  readonly heardBefore: HeardContacts
  readonly heard: HeardContacts
  /** The contacts known before the read. */
  readonly known: readonly Contact[]
  readonly now: number
}

/**
 * The contacts of a read. An event that arrived during the read is newer than its answer; an earlier event counts only
 * where the read has no state.
 */
export function contactsRead(read: readonly ReadContact[], during: ReadWhile): readonly Contact[] {
  return read.flatMap((contact) => {
    const { contactId } = contact
    const latest = during.heard.get(contactId)
    const isNews = latest !== during.heardBefore.get(contactId)
    if (latest?.becomes === 'gone' && isNews) return []
    const known = during.known.find((each) => each.contactId === contactId)
    const newer = isNews || contact.state === undefined ? latest : undefined
    return contactRead(contact, stateRead(contact, newer, during.now), known)
  })
}

type State = Pick<Contact, 'state' | 'stateSince'>

function stateRead({ state, durationMs = 0 }: ReadContact, heard: Heard | undefined, now: number): State {
  if (heard && heard.becomes !== 'gone') return { state: heard.becomes, stateSince: heard.at }
  // Without permission to read the state: the agent most likely works on the contact that the app was opened for.
  return { state: state ?? 'connected', stateSince: now - durationMs }
}

function contactRead(read: ReadContact, state: State, known: Contact | undefined): Contact {
  const { contactId, channel, displayName = known?.displayName } = read
  // Keep the known time: computed again, it would differ a little each time.
  const since = known?.state === state.state ? { stateSince: known.stateSince } : {}
  return {
    contactId,
    channel,
    ...state,
    ...since,
    ...(displayName === undefined ? {} : { displayName }),
  }
}

/** The contacts after an event about a known contact, a new one, or one that leaves. */
export function contactsAfter(
  contacts: readonly Contact[],
  { contactId, channel }: Pick<Contact, 'contactId' | 'channel'>,
  { becomes, at }: Heard,
): readonly Contact[] {
  if (becomes === 'gone') return contacts.filter((contact) => contact.contactId !== contactId)
  const known = contacts.find((contact) => contact.contactId === contactId)
  if (!known) return [...contacts, { contactId, channel, state: becomes, stateSince: at }]
  if (known.state === becomes) return contacts
  return contacts.map((contact) =>
    contact === known ? { ...known, state: becomes, stateSince: at } : contact,
  )
}
