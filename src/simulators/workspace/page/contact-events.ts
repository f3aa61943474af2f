import type { ContactState } from '../../../core/contact/contact.ts'
import type { CcpContact } from '../../ccp/page/state/ccp-contact.ts'
import { subtypes } from '../../ccp/page/host/contact-snapshot.ts'
import type { Permission } from './app-registration.ts'

export const contactNamespace = 'aws.connect.contact'

/** The contact topics, each with the permission that AWS's developer guide documents. */
const permissionOfTopic = {
  'contact/connected': 'Contact.Details.View',
  'contact/acw': 'Contact.Details.View',
  'contact/missed': 'Contact.Details.View',
  'contact/cleared': 'Contact.Details.View',
  'contact/destroy': 'Contact.Details.View',
  'contact/incoming': '*',
  'contact/connecting': '*',
  'contact/pending': '*',
  'contact/error': '*',
} as const satisfies Record<string, Permission>

type TopicKey = keyof typeof permissionOfTopic

const permissions: ReadonlyMap<string, Permission> = new Map(Object.entries(permissionOfTopic))

/** Undefined for an unknown topic. */
export const topicPermission = (key: string): Permission | undefined => permissions.get(key)

/** Connect publishes no event for a paused task. For a rejected contact it publishes only `contact/cleared`. */
const topicOfState: Readonly<Partial<Record<ContactState, TopicKey>>> = {
  incoming: 'contact/incoming',
  pending: 'contact/pending',
  connecting: 'contact/connecting',
  connected: 'contact/connected',
  ended: 'contact/acw',
  missed: 'contact/missed',
  error: 'contact/error',
}

export const channelType = ({ channel }: CcpContact) => ({ type: channel, subtype: subtypes[channel] })

export interface ContactEvent {
  readonly key: TopicKey
  readonly contact: CcpContact
}

/** The events for the changes between two lists of contacts, in order. */
export function eventsBetween(
  before: readonly CcpContact[],
  after: readonly CcpContact[],
): readonly ContactEvent[] {
  const changed = after.flatMap((contact) => {
    const was = before.find(({ contactId }) => contactId === contact.contactId)?.state
    const key = topicOfState[contact.state]
    return key === undefined || was === contact.state || was === 'paused' ? [] : [{ key, contact }]
  })
  const left = before.filter(({ contactId }) => after.every((contact) => contact.contactId !== contactId))
  const cleared = left.flatMap((contact): ContactEvent[] => [
    { key: 'contact/cleared', contact },
    { key: 'contact/destroy', contact },
  ])
  return [...changed, ...cleared]
}

export const eventData = (contact: CcpContact) => ({
  contactId: contact.contactId,
  initialContactId: contact.initialContactId ?? undefined,
  ...channelType(contact),
})
