import type { Channel, ContactState } from '../../../../core/contact/contact.ts'
import type { AgentContacts, InstanceContact } from '../../../instance/instance.ts'
import { basicQueue } from '../../../instance/instance.ts'
import { type CcpContact, numberOf } from '../state/ccp-contact.ts'
import type { CcpState } from '../state/ccp-state.ts'

/** Connect's names of the CCP's channels. */
export const serviceChannels = {
  voice: 'VOICE',
  queue_callback: 'VOICE',
  chat: 'CHAT',
  task: 'TASK',
  email: 'EMAIL',
} satisfies Record<Channel, InstanceContact['channel']>

export const serviceStates = {
  incoming: 'INCOMING',
  pending: 'PENDING',
  connecting: 'CONNECTING',
  connected: 'CONNECTED',
  paused: 'PAUSED',
  ended: 'ENDED',
  missed: 'MISSED',
  rejected: 'REJECTED',
  error: 'ERROR',
} satisfies Record<ContactState, InstanceContact['state']>

/** The agent's contacts in the form that the Connect simulator expects. */
export const instanceContacts = ({ contacts }: CcpState): AgentContacts => ({
  contacts: contacts.map(instanceContact),
})

const instanceContact = (contact: CcpContact): InstanceContact => ({
  ...endpointOf(contact),
  queueId: basicQueue.queueId,
  contactId: contact.contactId,
  initialContactId: contact.initialContactId,
  channel: serviceChannels[contact.channel],
  state: serviceStates[contact.state],
  accepted: contact.accepted,
  name: contact.channel === 'task' || contact.channel === 'email' ? contact.displayName : null,
  attributes: contact.attributes,
  references: contact.references,
})

function endpointOf(contact: CcpContact): Pick<InstanceContact, 'customerEndpoint'> {
  const address = numberOf(contact)
  return address === undefined ? {} : { customerEndpoint: { type: 'TELEPHONE_NUMBER', address } }
}
