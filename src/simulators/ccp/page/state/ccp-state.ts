import type { ContactState } from '../../../../core/contact/contact.ts'
import type { InstanceUser } from '../../../instance/instance.ts'
import { type CcpContact, isWithAgent, type NewContact, usualName } from './ccp-contact.ts'
import { arrivingState, canBe, statesAfter } from './contact-states.ts'

export const agentStates = [
  { name: 'Available', type: 'routable' },
  { name: 'Break', type: 'not_routable' },
  { name: 'Offline', type: 'offline' },
] as const

export type AgentStateName = (typeof agentStates)[number]['name']

export const agentStateNames = agentStates.map(({ name }) => name)

export interface CcpState {
  readonly agent: InstanceUser
  readonly agentState: AgentStateName
  readonly agentStateSince: Date
  readonly contacts: readonly CcpContact[]
  /** '' while no contact is in view, as in `contact::view`. */
  readonly viewedContactId: string
}

/** The state of an agent who has just signed in: available, without contacts. */
export const signedIn = (agent: InstanceUser, now: Date): CcpState => ({
  agent,
  agentState: 'Available',
  agentStateSince: now,
  contacts: [],
  viewedContactId: '',
})

export function withContact(
  state: CcpState,
  added: NewContact & { readonly contactId: string },
  now: Date,
): CcpState {
  if (state.contacts.some(({ contactId }) => contactId === added.contactId)) {
    throw new Error(`Contact ${added.contactId} is in the CCP already.`)
  }
  const siblings = state.contacts.filter(({ channel }) => channel === added.channel)
  const arrived = added.state ?? arrivingState(added.channel)
  if (!canBe(added.channel, arrived)) throw new Error(`A contact on ${added.channel} is never ${arrived}.`)
  const contact = {
    contactId: added.contactId,
    initialContactId: added.initialContactId ?? null,
    channel: added.channel,
    state: arrived,
    stateSince: now,
    queuedAt: now,
    accepted: false,
    displayName: added.displayName ?? usualName(added.channel, siblings.length),
    customerNumber: added.customerNumber ?? null,
    attributes: added.attributes ?? {},
    references: added.references ?? {},
  }
  return { ...state, contacts: [...state.contacts, { ...contact, accepted: isWithAgent(contact) }] }
}

/** Throws if the contact cannot change from its current state to this one. */
export function withContactState(state: CcpState, contactId: string, to: ContactState, now: Date): CcpState {
  return withChangedContact(state, contactId, (contact) => {
    if (!statesAfter(contact).includes(to)) {
      throw new Error(`A contact on ${contact.channel} that is ${contact.state} cannot become ${to}.`)
    }
    const moved = { ...contact, state: to, stateSince: now }
    return { ...moved, accepted: contact.accepted || isWithAgent(moved) }
  })
}

/** Adds or replaces attributes. Connect has no way to remove one. */
export function withAttributes(
  state: CcpState,
  contactId: string,
  attributes: Readonly<Record<string, string>>,
): CcpState {
  return withChangedContact(state, contactId, (contact) => ({
    ...contact,
    attributes: { ...contact.attributes, ...attributes },
  }))
}

export function withoutContact(state: CcpState, contactId: string): CcpState {
  contactIn(state, contactId)
  return { ...state, contacts: state.contacts.filter((contact) => contact.contactId !== contactId) }
}

export function contactIn(state: CcpState, contactId: string): CcpContact {
  const contact = state.contacts.find((candidate) => candidate.contactId === contactId)
  if (!contact) throw new Error(`The CCP has no contact ${contactId}.`)
  return contact
}

function withChangedContact(
  state: CcpState,
  contactId: string,
  change: (contact: CcpContact) => CcpContact,
): CcpState {
  const changed = change(contactIn(state, contactId))
  return {
    ...state,
    contacts: state.contacts.map((contact) => (contact.contactId === contactId ? changed : contact)),
  }
}
