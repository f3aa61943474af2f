import {
  ListContactFlowsCommand,
  ListQuickConnectsCommand,
  paginateListContactFlows,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { instanceArn, instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { demoFlows, seedWithFlows } from '../state/demo-seed.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'

const nine = Date.UTC(2026, 10, 20, 9)
let now = nine
const connect = await startConnectSimulator({ now: () => now })
const client = sdkClient(connect)

const token = async () => {
  const page = await client.send(new ListContactFlowsCommand({ InstanceId: instanceId, MaxResults: 1 }))
  return page.NextToken
}

beforeEach(() => {
  connect.reset()
  now = nine
})

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('ListContactFlows', () => {
  it('lists every flow with its type, state and status', async () => {
    const { ContactFlowSummaryList = [] } = await client.send(
      new ListContactFlowsCommand({ InstanceId: instanceId }),
    )
    expect(ContactFlowSummaryList).toHaveLength(9)
    expect(ContactFlowSummaryList[0]).toEqual({
      Id: demoFlows.callbackRequests.flowId,
      Arn: `${instanceArn}/contact-flow/${demoFlows.callbackRequests.flowId}`,
      Name: 'Callback requests',
      ContactFlowType: 'CONTACT_FLOW',
      ContactFlowState: 'ACTIVE',
      ContactFlowStatus: 'PUBLISHED',
    })
  })

  it('filters by several types, but not by state or status', async () => {
    const { ContactFlowSummaryList = [] } = await client.send(
      new ListContactFlowsCommand({
        InstanceId: instanceId,
        ContactFlowTypes: ['AGENT_WHISPER', 'QUEUE_TRANSFER'],
      }),
    )
    expect(ContactFlowSummaryList.map(({ Name }) => Name)).toEqual([
      'Default agent whisper',
      'Default queue transfer',
    ])
  })

  it('returns an empty page with a next token when the filter matches no flow of that page', async () => {
    const { ContactFlowSummaryList, NextToken } = await client.send(
      new ListContactFlowsCommand({
        InstanceId: instanceId,
        ContactFlowTypes: ['AGENT_WHISPER'],
        MaxResults: 3,
      }),
    )
    expect(ContactFlowSummaryList).toEqual([])
    expect(NextToken).toBeTypeOf('string')
  })

  it('returns all flows to the SDK’s paginator, past an empty page of 1,000', async () => {
    const large = await startConnectSimulator({
      seed: seedWithFlows(1_500, (index) => (index < 1_000 ? 'AGENT_WHISPER' : 'CONTACT_FLOW')),
    })
    const largeClient = sdkClient(large)
    const sizes: (number | undefined)[] = []
    const pages = paginateListContactFlows(
      { client: largeClient, pageSize: 1_000 },
      { InstanceId: instanceId, ContactFlowTypes: ['CONTACT_FLOW'] },
    )
    for await (const page of pages) sizes.push(page.ContactFlowSummaryList?.length)
    largeClient.destroy()
    await large.close()
    expect(sizes).toEqual([0, 506])
  })

  it('refuses a token that it did not issue', async () => {
    const refusal = await refusalOf(
      client.send(new ListContactFlowsCommand({ InstanceId: instanceId, NextToken: 'page-2' })),
    )
    expect(refusal).toMatchObject({ name: 'InvalidParameterException', status: 400 })
  })

  it('refuses the token of another operation', async () => {
    const NextToken = await token()
    const refusal = await refusalOf(
      client.send(new ListQuickConnectsCommand({ InstanceId: instanceId, NextToken })),
    )
    expect(refusal).toMatchObject({ status: 400 })
  })

  it('refuses a token after a day', async () => {
    const NextToken = await token()
    now += 24 * 3_600_000 + 1
    const refusal = await refusalOf(
      client.send(new ListContactFlowsCommand({ InstanceId: instanceId, NextToken })),
    )
    expect(refusal).toMatchObject({ status: 400 })
  })

  it.each([0, 1_001])('refuses a page of %i', async (MaxResults) => {
    const refusal = await refusalOf(
      client.send(new ListContactFlowsCommand({ InstanceId: instanceId, MaxResults })),
    )
    expect(refusal).toMatchObject({ name: 'InvalidParameterException', status: 400 })
  })
})
