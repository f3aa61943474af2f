import type { Channel } from '../../../../core/contact/contact.ts'
import { basicQueue, instanceArn } from '../../../instance/instance.ts'
import { type CcpContact, isRinging, isWithAgent } from '../state/ccp-contact.ts'

/** The contact subtype for each channel, as Streams and the agent workspace name it. */
export const subtypes = {
  voice: 'connect:Telephony',
  queue_callback: 'connect:Telephony',
  chat: 'connect:Chat',
  task: 'connect:Task',
  email: 'connect:Email',
} satisfies Record<Channel, string>

const initiationMethods = {
  voice: 'inbound',
  queue_callback: 'callback',
  chat: 'api',
  task: 'api',
  email: 'inbound',
} satisfies Record<Channel, string>

export const queue = {
  queueARN: `${instanceArn}/queue/${basicQueue.queueId}`,
  queueId: `${instanceArn}/queue/${basicQueue.queueId}`,
  name: basicQueue.name,
}

/** One contact of an `agent::update`, as in Streams' GetAgentSnapshot model. */
export function contactSnapshot(contact: CcpContact) {
  const { contactId, channel } = contact
  const named = channel === 'task' || channel === 'email'
  const state = { type: contact.state, timestamp: contact.stateSince }
  return {
    contactId,
    initialContactId: contact.initialContactId,
    relatedContactId: null,
    contactAssociationId: contact.initialContactId ?? contactId,
    type: channel,
    state,
    status: state,
    queue,
    queueTimestamp: contact.queuedAt,
    attributes: Object.fromEntries(
      Object.entries(contact.attributes).map(([name, value]) => [name, { name, value }]),
    ),
    references: contact.references,
    name: named ? contact.displayName : null,
    description: null,
    contactDuration: '0',
    initiationMethod: initiationMethods[channel],
    contactFeatures: null,
    channelContext:
      channel === 'task' ? { scheduledTime: null, taskTemplateId: null, taskTemplateVersion: null } : null,
    segmentAttributes: { 'connect:Subtype': { ValueString: subtypes[channel] } },
    customerEndpoint: customerEndpoint(contact),
    connectSystemEndpoint: null,
    languageCode: null,
    connections: connections(contact),
  }
}

function customerEndpoint({ channel, displayName, customerNumber }: CcpContact) {
  const phoneNumber = channel === 'voice' || channel === 'queue_callback' ? displayName : customerNumber
  return phoneNumber === null ? null : { type: 'phone_number', phoneNumber }
}

function connections(contact: CcpContact) {
  const agent = {
    ...connection(contact, 'agent'),
    type: 'agent',
    state: { type: agentConnectionState(contact), timestamp: contact.stateSince },
  }
  const customer = {
    ...connection(contact, 'customer'),
    type: 'inbound',
    initial: true,
    state: {
      type: isRinging(contact) || isWithAgent(contact) ? 'connected' : 'disconnected',
      timestamp: contact.stateSince,
    },
  }
  switch (contact.channel) {
    case 'voice':
    case 'queue_callback': {
      const endpoint = customerEndpoint(contact)
      return [
        { ...agent, endpoint: { type: 'agent' }, address: { type: 'agent' } },
        { ...customer, endpoint, address: endpoint },
      ]
    }
    case 'chat':
      return [
        {
          ...agent,
          chatMediaInfo: { chatAutoAccept: false, connectionData: '{}', customerName: null },
        },
        { ...customer, chatMediaInfo: { customerName: contact.displayName } },
      ]
    case 'task':
    case 'email':
      return [{ ...agent, initial: true }]
  }
}

const connection = ({ contactId }: CcpContact, party: string) => ({
  connectionId: `${contactId}-${party}`,
  initial: false,
  endpoint: null,
  address: null,
  softphoneMediaInfo: null,
  chatMediaInfo: null,
  mute: false,
  monitoringInfo: null,
  quickConnectName: null,
})

function agentConnectionState(contact: CcpContact): string {
  if (isRinging(contact)) return 'connecting'
  return isWithAgent(contact) ? 'connected' : 'disconnected'
}
