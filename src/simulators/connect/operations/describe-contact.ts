import { contactArn, type ContactRecord, epochSeconds, initiationMethod } from '../contact-record.ts'
import { requireThisInstance } from '../instance-state.ts'
import type { Operation } from '../operation.ts'
import { notFound } from '../wire/service-error.ts'

export const describeContact: Operation = {
  name: 'DescribeContact',
  method: 'GET',
  path: '/contacts/{InstanceId}/{ContactId}',
  rate: { perSecond: 10, burst: 15 },
  answer: ({ labels }, { contacts }) => {
    requireThisInstance(labels.get('InstanceId'))
    const contact = contacts.get(labels.get('ContactId') ?? '')
    if (contact === undefined) throw notFound('Contact not found.')
    return { Contact: describe(contact) }
  },
}

function describe(contact: ContactRecord) {
  return {
    Id: contact.contactId,
    Arn: contactArn(contact.contactId),
    InitialContactId: contact.initialContactId,
    PreviousContactId: contact.previousContactId,
    RelatedContactId: contact.relatedContactId,
    Channel: contact.channel,
    InitiationMethod: initiationMethod(contact.channel),
    Name: contact.name,
    Description: contact.description,
    AgentInfo: agentInfo(contact),
    Attributes: contact.attributes,
    SegmentAttributes: segmentAttributes(contact),
    InitiationTimestamp: epochSeconds(contact.initiatedAt),
    ScheduledTimestamp: epochSeconds(contact.scheduledAt),
    DisconnectTimestamp: epochSeconds(contact.endedAt),
  }
}

function agentInfo({ acceptedBy }: ContactRecord) {
  if (acceptedBy === undefined) return undefined
  const at = epochSeconds(acceptedBy.at)
  return { Id: acceptedBy.userId, AcceptedByAgentTimestamp: at, ConnectedToAgentTimestamp: at }
}

function segmentAttributes({ createdByUser, expiryMinutes }: ContactRecord) {
  if (createdByUser === undefined && expiryMinutes === undefined) return undefined
  return {
    ...(createdByUser !== undefined && { 'connect:CreatedByUser': { ValueString: createdByUser } }),
    ...(expiryMinutes !== undefined && {
      'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: expiryMinutes } } },
    }),
  }
}
