import { ListQuickConnectsCommand } from '@aws-sdk/client-connect'
import { afterAll, describe, expect, it } from 'vitest'
import { instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { sdkClient } from '../sdk-client.ts'

const connect = await startConnectSimulator()
const client = sdkClient(connect)

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('ListQuickConnects', () => {
  it('lists quick connects of every type', async () => {
    const { QuickConnectSummaryList = [] } = await client.send(
      new ListQuickConnectsCommand({ InstanceId: instanceId }),
    )
    expect(QuickConnectSummaryList.map(({ Name, QuickConnectType }) => [Name, QuickConnectType])).toEqual([
      ['Ben Okafor', 'USER'],
      ['Ana Ruiz', 'USER'],
      ['Billing', 'QUEUE'],
      ['Back office', 'QUEUE'],
      ['Head office', 'PHONE_NUMBER'],
      ['Survey', 'FLOW'],
    ])
  })

  it('filters by type after the page is cut', async () => {
    const { QuickConnectSummaryList, NextToken } = await client.send(
      new ListQuickConnectsCommand({
        InstanceId: instanceId,
        QuickConnectTypes: ['USER', 'QUEUE'],
        MaxResults: 5,
      }),
    )
    expect(QuickConnectSummaryList).toHaveLength(4)
    expect(NextToken).toBeTypeOf('string')
  })
})
