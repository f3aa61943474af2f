import { DescribeContactCommand, ListQuickConnectsCommand, SearchUsersCommand } from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ana, instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'

const nine = Date.UTC(2026, 10, 20, 9)
let now = nine
const connect = await startConnectSimulator({ now: () => now })
const client = sdkClient(connect)

const list = () => client.send(new ListQuickConnectsCommand({ InstanceId: instanceId }))
const describeOne = () =>
  client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId: 'call' }))
const times = (count: number, send: () => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, send))
const throttled = { name: 'ThrottlingException', status: 429 }

beforeEach(() => {
  connect.reset()
  now = nine
})

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('rates', () => {
  it('are not enforced by default', async () => {
    await expect(times(20, list)).resolves.toHaveLength(20)
  })

  it('allow a burst of 5, then 2 a second', async () => {
    connect.rates = 'documented'
    await times(5, list)
    expect(await refusalOf(list())).toMatchObject(throttled)
    now += 1_000
    await times(2, list)
    expect(await refusalOf(list())).toMatchObject(throttled)
  })

  it('refill to no more than the burst', async () => {
    connect.rates = 'documented'
    await list()
    now += 3_600_000
    await times(5, list)
    expect(await refusalOf(list())).toMatchObject(throttled)
  })

  it('allow DescribeContact a burst of 15', async () => {
    connect.setContacts(ana.userId, [
      {
        contactId: 'call',
        initialContactId: null,
        channel: 'VOICE',
        state: 'CONNECTED',
        accepted: true,
        name: null,
        attributes: {},
      },
    ])
    connect.rates = 'documented'
    await times(15, describeOne)
    expect(await refusalOf(describeOne())).toMatchObject(throttled)
  })

  it('are counted for each operation separately', async () => {
    connect.rates = 'documented'
    await times(5, list)
    await expect(client.send(new SearchUsersCommand({ InstanceId: instanceId }))).resolves.toHaveProperty(
      'Users',
    )
  })
})
