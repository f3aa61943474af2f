import {
  contactArn,
  type ContactRecord,
  endOf,
  epochSeconds,
  initiationMethod,
} from '../state/contact-record.ts'
import { requireContact, requireThisInstance } from '../state/instance-state.ts'
import { operation } from '../operation.ts'
import { templateArn } from '../templates/task-template.ts'

export const describeContact = operation({
  name: 'DescribeContact',
  method: 'GET',
  path: '/contacts/{InstanceId}/{ContactId}',
  rate: { perSecond: 10, burst: 15 },
  answer: ({ labels }, state) => {
    requireThisInstance(labels.get('InstanceId'))
    return { Contact: describe(requireContact(state, labels.get('ContactId') ?? ''), state.now()) }
  },
})

function describe(contact: ContactRecord, now: number) {
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
    QueueInfo: contact.queueId === undefined ? undefined : { Id: contact.queueId },
    CustomerEndpoint: endpoint(contact.customerEndpoint),
    SystemEndpoint: endpoint(contact.systemEndpoint),
    TaskTemplateInfo: templateInfo(contact),
    DisconnectTimestamp: epochSeconds(endOf(contact, now)),
  }
}

const endpoint = (of: ContactRecord['customerEndpoint']) => of && { Type: of.type, Address: of.address }

function agentInfo({ acceptedBy }: ContactRecord) {
  if (acceptedBy === undefined) return undefined
  const at = epochSeconds(acceptedBy.at)
  return { Id: acceptedBy.userId, AcceptedByAgentTimestamp: at, ConnectedToAgentTimestamp: at }
}

const templateInfo = ({ template }: ContactRecord) =>
  template && { Arn: templateArn(template), Name: template.name }

function segmentAttributes({ createdByUser, expiryMinutes, assignmentType, subtype }: ContactRecord) {
  const attributes = {
    ...(createdByUser !== undefined && { 'connect:CreatedByUser': { ValueString: createdByUser } }),
    ...(expiryMinutes !== undefined && {
      'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: expiryMinutes } } },
    }),
    ...(subtype !== undefined && { 'connect:Subtype': { ValueString: subtype } }),
    ...(assignmentType !== undefined && { 'connect:AssignmentType': { ValueString: assignmentType } }),
  }
  return Object.keys(attributes).length === 0 ? undefined : attributes
}
