import {
  ListAssociatedContactsCommand,
  type ListAssociatedContactsCommandOutput,
  StartTaskContactCommand,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ana, type InstanceContact, instanceArn, instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { demoFlows } from '../state/demo-seed.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'

const nine = Date.UTC(2026, 10, 20, 9)
const connect = await startConnectSimulator({ now: () => nine })
const client = sdkClient(connect)

const ringing: InstanceContact = {
  contactId: 'chat',
  initialContactId: null,
  channel: 'CHAT',
  state: 'INCOMING',
  accepted: false,
  name: null,
  attributes: {},
}

const link = async (input: { PreviousContactId?: string; RelatedContactId?: string }) => {
  const { flowId } = demoFlows.callbackRequests
  const task = { InstanceId: instanceId, Name: 'Linked', ContactFlowId: flowId, ...input }
  const { ContactId } = await client.send(new StartTaskContactCommand(task))
  return ContactId
}

const associated = (input: { ContactId: string; MaxResults?: number; NextToken?: string | undefined }) =>
  client.send(new ListAssociatedContactsCommand({ InstanceId: instanceId, ...input }))
const idsOf = ({ ContactSummaryList }: ListAssociatedContactsCommandOutput) =>
  ContactSummaryList?.map(({ ContactId }) => ContactId)

beforeEach(() => {
  connect.reset()
  connect.setContacts(ana.userId, [ringing, { ...ringing, contactId: 'alone' }])
})

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('ListAssociatedContacts', () => {
  it('lists the whole tree from any of its contacts, and nothing else', async () => {
    const previous = await link({ PreviousContactId: 'chat' })
    const related = await link({ RelatedContactId: previous ?? '' })
    expect(idsOf(await associated({ ContactId: related ?? '' }))).toEqual(['chat', previous, related])
    expect(idsOf(await associated({ ContactId: 'alone' }))).toEqual(['alone'])
  })

  it('names the previous contact of each', async () => {
    const previous = await link({ PreviousContactId: 'chat' })
    const { ContactSummaryList } = await associated({ ContactId: 'chat' })
    expect(ContactSummaryList?.[1]).toEqual({
      ContactId: previous,
      ContactArn: `${instanceArn}/contact/${previous}`,
      InitialContactId: 'chat',
      PreviousContactId: 'chat',
      InitiationMethod: 'API',
      Channel: 'TASK',
      InitiationTimestamp: new Date(nine),
    })
  })

  it('comes in pages', async () => {
    const task = await link({ RelatedContactId: 'chat' })
    const first = await associated({ ContactId: 'chat', MaxResults: 1 })
    const second = await associated({ ContactId: 'chat', MaxResults: 1, NextToken: first.NextToken })
    expect([idsOf(first), idsOf(second)]).toEqual([['chat'], [task]])
    expect(second.NextToken).toBeUndefined()
  })

  it('refuses a page of 101 and does not find an unknown contact', async () => {
    expect(await refusalOf(associated({ ContactId: 'chat', MaxResults: 101 }))).toMatchObject({ status: 400 })
    expect(await refusalOf(associated({ ContactId: 'unknown' }))).toMatchObject({ status: 404 })
  })
})
