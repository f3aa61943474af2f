import { DescribeContactCommand, type Contact } from '@aws-sdk/client-connect'
import type { Attribute } from '../../../core/fields/attributes/attribute.ts'
import { isUnknownToConnect } from '../connect-errors.ts'
import { operation } from '../operation.ts'

/** The parts of a contact that a link to it needs, in Connect’s words. */
export interface ContactRecord {
  readonly channel?: string
  readonly initiationMethod?: string
  /** Absent until an agent has accepted the contact. */
  readonly agentUserId?: string
  readonly attributes: readonly Attribute[]
}

function recordOf({ Channel, InitiationMethod, AgentInfo, Attributes = {} }: Contact): ContactRecord {
  return {
    ...(Channel ? { channel: Channel } : {}),
    ...(InitiationMethod ? { initiationMethod: InitiationMethod } : {}),
    ...(AgentInfo?.Id ? { agentUserId: AgentInfo.Id } : {}),
    attributes: Object.entries(Attributes).map(([key, value]) => ({ key, value })),
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
