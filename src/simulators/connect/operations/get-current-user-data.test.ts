import { GetCurrentUserDataCommand } from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { agentArn, ana, ben, type InstanceContact, instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
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

const dataOf = (...Agents: string[]) =>
  client.send(new GetCurrentUserDataCommand({ InstanceId: instanceId, Filters: { Agents } }))

beforeEach(() => connect.reset())

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('GetCurrentUserData', () => {
  it('lists the contacts of each agent', async () => {
    connect.setContacts(ana.userId, [ringing])
    connect.setContacts(ben.userId, [
      { ...ringing, contactId: 'call', channel: 'VOICE', state: 'CONNECTED', accepted: true },
    ])
    const { UserDataList } = await dataOf(ana.userId, agentArn(ben))
    expect(UserDataList).toMatchObject([
      {
        User: { Id: ana.userId, Arn: agentArn(ana) },
        Contacts: [{ ContactId: 'chat', Channel: 'CHAT', AgentContactState: 'INCOMING' }],
      },
      {
        User: { Id: ben.userId },
        Contacts: [
          { ContactId: 'call', AgentContactState: 'CONNECTED', ConnectedToAgentTimestamp: new Date(nine) },
        ],
      },
    ])
    expect(UserDataList?.[0]?.Contacts?.[0]).not.toHaveProperty('ConnectedToAgentTimestamp')
  })

  it('leaves out an agent who is not logged on', async () => {
    const { UserDataList } = await dataOf(ana.userId)
    expect(UserDataList).toEqual([])
  })

  it('does not find an unknown agent', async () => {
    expect(await refusalOf(dataOf('nobody'))).toMatchObject({
      name: 'ResourceNotFoundException',
      status: 404,
    })
  })

  it('refuses a request without a filter', async () => {
    const refusal = await refusalOf(
      client.send(new GetCurrentUserDataCommand({ InstanceId: instanceId, Filters: {} })),
    )
    expect(refusal).toMatchObject({ name: 'InvalidRequestException', status: 400 })
  })

  it('refuses a filter that is not simulated', async () => {
    const Filters = { Agents: [ana.userId], ContactFilter: { ContactStates: ['CONNECTED' as const] } }
    const refusal = await refusalOf(
      client.send(new GetCurrentUserDataCommand({ InstanceId: instanceId, Filters })),
    )
    expect(refusal).toMatchObject({ name: 'InvalidRequestException', status: 400 })
  })

  it('refuses more than 100 agents', async () => {
    const agents = Array.from({ length: 101 }, () => ana.userId)
    expect(await refusalOf(dataOf(...agents))).toMatchObject({
      name: 'InvalidParameterException',
      status: 400,
    })
  })
})
