import { DescribeContactCommand, type Contact } from '@aws-sdk/client-connect'
import type { Attribute } from '../../../core/fields/attributes/attribute.ts'
import { isUnknownToConnect } from '../errors/connect-errors.ts'
import { operation } from '../operation.ts'

/** The parts of a contact that a link to it, and changes of a task, need. */
export interface ContactRecord {
  readonly channel?: string | undefined
  readonly initiationMethod?: string | undefined
  /** Absent until an agent has accepted the contact. */
  readonly agentUserId?: string | undefined
  readonly attributes: readonly Attribute[]
  readonly name?: string | undefined
  /** The user who created a task; absent if a flow did, or another program that does not say. */
  readonly createdByUserArn?: string | undefined
  readonly createdAt?: Date | undefined
  readonly scheduledTime?: Date | undefined
  readonly acceptedAt?: Date | undefined
  readonly endedAt?: Date | undefined
  readonly expiryMinutes?: number | undefined
  /** The customer’s phone number as Connect has it, on every channel. */
  readonly customerNumber?: string | undefined
  /** The queue that the contact is or was in. */
  readonly queueId?: string | undefined
}

function recordOf(contact: Contact): ContactRecord {
  const { AgentInfo, SegmentAttributes = {}, Attributes = {}, CustomerEndpoint, QueueInfo } = contact
  return {
    channel: contact.Channel,
    initiationMethod: contact.InitiationMethod,
    agentUserId: AgentInfo?.Id,
    attributes: Object.entries(Attributes).map(([key, value]) => ({ key, value })),
    name: contact.Name,
    createdByUserArn: SegmentAttributes['connect:CreatedByUser']?.ValueString,
    createdAt: contact.InitiationTimestamp,
    scheduledTime: contact.ScheduledTimestamp,
    acceptedAt: AgentInfo?.AcceptedByAgentTimestamp ?? AgentInfo?.ConnectedToAgentTimestamp,
    endedAt: contact.DisconnectTimestamp,
    expiryMinutes: SegmentAttributes['connect:ContactExpiry']?.ValueMap?.['ExpiryDuration']?.ValueInteger,
    customerNumber: CustomerEndpoint?.Type === 'TELEPHONE_NUMBER' ? CustomerEndpoint.Address : undefined,
    queueId: QueueInfo?.Id,
  }
}

/** Undefined if Connect knows no such contact. */
export const describeContact = operation({
  name: 'DescribeContact',
  rate: { perSecond: 10, burst: 15 },
  writes: false,
  iam: { statement: 'KnowContact', resources: ['contact'] },
  async ask({ client, instanceId, inTurn }, contactId: string): Promise<ContactRecord | undefined> {
    const command = new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId })
    try {
      const { Contact: contact } = await client.send(inTurn(command))
      return contact && recordOf(contact)
    } catch (error) {
      if (isUnknownToConnect(error)) return undefined
      throw error
    }
  },
})
