import {
  DescribeContactCommand,
  ListContactFlowsCommand,
  StartTaskContactCommand,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ana, ben, type InstanceContact, instanceArn, instanceId } from '../instance/instance.ts'
import { startConnectSimulator } from './connect-simulator.ts'
import { demoFlows } from './state/demo-seed.ts'
import { refusalOf, sdkClient } from './sdk-client.ts'

const nine = Date.UTC(2026, 10, 20, 9)
let now = nine
const connect = await startConnectSimulator({ now: () => now })
const client = sdkClient(connect)

const call: InstanceContact = {
  contactId: 'c-1',
  initialContactId: 'c-0',
  channel: 'VOICE',
  state: 'CONNECTED',
  accepted: true,
  name: 'Dana Weiss',
  attributes: { orderId: '42' },
}

const task = { InstanceId: instanceId, Name: 'Call back', ContactFlowId: demoFlows.callbackRequests.flowId }
const start = () => client.send(new StartTaskContactCommand(task))
const describeCall = (contactId: string) =>
  client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId }))

beforeEach(() => {
  connect.reset()
  now = nine
})

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('the log of received calls', () => {
  it('keeps the operation, the path with its query, the body and the status', async () => {
    await client.send(new ListContactFlowsCommand({ InstanceId: instanceArn, MaxResults: 3 }))
    await refusalOf(client.send(new StartTaskContactCommand({ ...task, Name: 'x'.repeat(1_025) })))
    expect(connect.received).toMatchObject([
      {
        operation: 'ListContactFlows',
        method: 'GET',
        path: `/contact-flows-summary/${encodeURIComponent(instanceArn)}?maxResults=3`,
        status: 200,
      },
      { operation: 'StartTaskContact', method: 'PUT', path: '/contact/task', status: 400 },
    ])
    expect(connect.received[1]?.body).toContain('"InstanceId"')
  })
})

describe('an answer', () => {
  it('carries a request id when the call succeeds', async () => {
    const { $metadata } = await start()
    expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('carries the error type, a request id and a Message when the call is refused', async () => {
    const response = await fetch(`${connect.url}/no/such/operation`, { method: 'POST' })
    expect(response.status).toBe(404)
    expect(response.headers.get('x-amzn-errortype')).toBe('UnknownOperationException')
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await response.json()).toEqual({ Message: 'No operation at POST /no/such/operation.' })
  })
})

describe('an agent’s contacts', () => {
  it('are described with AgentInfo once accepted', async () => {
    connect.setContacts(ana.userId, [call])
    const { Contact } = await describeCall('c-1')
    expect(Contact).toEqual({
      Id: 'c-1',
      Arn: `${instanceArn}/contact/c-1`,
      InitialContactId: 'c-0',
      Channel: 'VOICE',
      InitiationMethod: 'INBOUND',
      Name: 'Dana Weiss',
      AgentInfo: {
        Id: ana.userId,
        AcceptedByAgentTimestamp: new Date(nine),
        ConnectedToAgentTimestamp: new Date(nine),
      },
      Attributes: { orderId: '42' },
      InitiationTimestamp: new Date(nine),
    })
  })

  it('are described without AgentInfo while they ring', async () => {
    connect.setContacts(ana.userId, [{ ...call, state: 'INCOMING', accepted: false }])
    const { Contact } = await describeCall('c-1')
    expect(Contact?.AgentInfo).toBeUndefined()
  })

  it('keep the time of their acceptance', async () => {
    connect.setContacts(ana.userId, [call])
    now += 60_000
    connect.setContacts(ana.userId, [{ ...call, state: 'ENDED' }])
    const { Contact } = await describeCall('c-1')
    expect(Contact?.AgentInfo?.AcceptedByAgentTimestamp).toEqual(new Date(nine))
    expect(Contact?.DisconnectTimestamp).toEqual(new Date(nine + 60_000))
  })

  it('are described as ended when the agent no longer has them', async () => {
    connect.setContacts(ana.userId, [call])
    now += 1_000
    connect.setContacts(ana.userId, [])
    const { Contact } = await describeCall('c-1')
    expect(Contact?.DisconnectTimestamp).toEqual(new Date(nine + 1_000))
    expect(Contact?.AgentInfo?.Id).toBe(ana.userId)
  })

  it('are not ended while another agent has them', async () => {
    connect.setContacts(ana.userId, [call])
    connect.setContacts(ben.userId, [call])
    connect.setContacts(ana.userId, [])
    const { Contact } = await describeCall('c-1')
    expect(Contact?.DisconnectTimestamp).toBeUndefined()
    expect(Contact?.AgentInfo?.Id).toBe(ben.userId)
  })

  it('are not found in another instance', async () => {
    connect.setContacts(ana.userId, [call])
    const elsewhere = client.send(new DescribeContactCommand({ InstanceId: 'another', ContactId: 'c-1' }))
    expect(await refusalOf(elsewhere)).toMatchObject({ name: 'ResourceNotFoundException', status: 404 })
  })

  it('cannot be set for an unknown user', () => {
    expect(() => connect.setContacts('nobody', [call])).toThrow('User not found.')
  })
})

describe('reset', () => {
  it('deletes calls, tasks, contacts and failures, and restores the settings', async () => {
    connect.setContacts(ana.userId, [call])
    connect.failNext('DescribeContact', { kind: 'reset' })
    connect.clientTokens = 'refuse'
    connect.rates = 'documented'
    await start()
    connect.reset()
    expect(connect.received).toEqual([])
    expect(connect.tasks).toEqual([])
    expect(connect.clientTokens).toBe('honour')
    expect(connect.rates).toBe('unlimited')
    expect(await refusalOf(describeCall('c-1'))).toMatchObject({
      name: 'ResourceNotFoundException',
      status: 404,
    })
  })
})
