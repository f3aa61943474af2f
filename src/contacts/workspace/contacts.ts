import type { Contact, ContactState } from '../../core/contact.ts'
import type { ReadContact } from './reads.ts'

/** The last that an event told of a contact. */
export interface Heard {
  readonly becomes: ContactState | 'gone'
  readonly at: number
}

/** By contact id. */
export type HeardContacts = ReadonlyMap<string, Heard>

export interface ReadWhile {
  /** What events had told when the question was asked, and when the answer was there. */
  readonly heardBefore: HeardContacts
  readonly heard: HeardContacts
  /** The contacts as they were known. */
  readonly known: readonly Contact[]
  readonly now: number
}

/**
 * What was read, as contacts. An event that came while it was being read knows better, and one from before still does
 * where the read could not tell.
 */
export function contactsRead(read: readonly ReadContact[], during: ReadWhile): readonly Contact[] {
  return read.flatMap((contact) => {
    const { contactId } = contact
    const latest = during.heard.get(contactId)
    const isNews = latest !== during.heardBefore.get(contactId)
    if (latest?.becomes === 'gone' && isNews) return []
    const known = during.known.find((each) => each.contactId === contactId)
    const knowsBetter = isNews || contact.state === undefined ? latest : undefined
    return contactRead(contact, stateRead(contact, knowsBetter, during.now), known)
  })
}

type State = Pick<Contact, 'state' | 'stateSince'>

function stateRead({ state, durationMs = 0 }: ReadContact, heard: Heard | undefined, now: number): State {
  if (heard && heard.becomes !== 'gone') return { state: heard.becomes, stateSince: heard.at }
  // Without permission to ask, what the app was opened for is most likely what the agent is busy with.
  return { state: state ?? 'connected', stateSince: now - durationMs }
}

function contactRead(read: ReadContact, state: State, known: Contact | undefined): Contact {
  const { contactId, channel, displayName = known?.displayName } = read
  // Reckoned anew it would be a little off each time.
  const since = known?.state === state.state ? { stateSince: known.stateSince } : {}
  return {
    contactId,
    channel,
    ...state,
    ...since,
    ...(displayName === undefined ? {} : { displayName }),
  }
}

/** The contacts after an event about one of them, which may be new or leave. */
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
