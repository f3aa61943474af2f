import {
  DescribeContactCommand,
  StartTaskContactCommand,
  type StartTaskContactCommandInput,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { agentArn, type AgentContacts, ana, ben, instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { demoFlows } from '../state/demo-seed.ts'
import { demoTemplates } from '../templates/demo-templates.ts'
import { sdkClient } from '../sdk-client.ts'

const connect = await startConnectSimulator()
const client = sdkClient(connect)

beforeEach(() => connect.reset())

afterAll(async () => {
  client.destroy()
  await connect.close()
})

const contacts: AgentContacts['contacts'] = [
  {
    contactId: 'call',
    initialContactId: null,
    channel: 'VOICE',
    state: 'CONNECTED',
    accepted: true,
    name: 'Dana Weiss',
    attributes: Object.fromEntries([['__proto__', 'text']]),
  },
]

const put = (userId: string, body: string) =>
  fetch(`${connect.url}/simulator/agents/${userId}/contacts`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body,
  })

describe('a control call with an agent’s contacts', () => {
  it('needs no signature, and Connect knows the contacts afterwards', async () => {
    const { status } = await put(ana.userId, JSON.stringify({ contacts }))
    expect(status).toBe(200)
    const { Contact } = await client.send(
      new DescribeContactCommand({ InstanceId: instanceId, ContactId: 'call' }),
    )
    expect(Contact?.AgentInfo?.Id).toBe(ana.userId)
    expect(Object.entries(Contact?.Attributes ?? {})).toEqual([['__proto__', 'text']])
  })

  it('is not logged as an API call', async () => {
    await put(ana.userId, JSON.stringify({ contacts }))
    expect(connect.received).toEqual([])
  })

  it('is allowed from a page of any origin', async () => {
    const response = await fetch(`${connect.url}/simulator/agents/${ana.userId}/contacts`, {
      method: 'OPTIONS',
    })
    expect(response.ok).toBe(true)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'PUT',
      'access-control-allow-headers': 'content-type',
    })
  })

  it.each([
    ['no JSON', '{'],
    ['no contacts', '{}'],
    ['contacts that are no list', '{"contacts":{}}'],
    ['an unknown channel', JSON.stringify({ contacts: [{ ...contacts[0], channel: 'FAX' }] })],
    ['an unknown state', JSON.stringify({ contacts: [{ ...contacts[0], state: 'connected' }] })],
    ['an acceptance in words', JSON.stringify({ contacts: [{ ...contacts[0], accepted: 'yes' }] })],
    [
      'a number as attribute',
      JSON.stringify({ contacts: [{ ...contacts[0], attributes: { orderId: 42 } }] }),
    ],
  ])('is refused with %s', async (_, body) => {
    const response = await put(ana.userId, body)
    expect(response.status).toBe(400)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('is refused for an unknown user', async () => {
    const { status } = await put('nobody', JSON.stringify({ contacts }))
    expect(status).toBe(404)
  })
})

const { flowId } = demoFlows.callbackRequests
const start = async (input: Partial<StartTaskContactCommandInput> = {}) => {
  const task = { InstanceId: instanceId, Name: 'Call back', ContactFlowId: flowId, ...input }
  return (await client.send(new StartTaskContactCommand(task))).ContactId ?? ''
}
const listed = async () => (await fetch(`${connect.url}/simulator/tasks`)).json()
const accept = (contactId: string, userId: string) =>
  fetch(`${connect.url}/simulator/tasks/${contactId}/agent`, {
    method: 'PUT',
    body: JSON.stringify({ userId }),
  })

describe('the control calls about tasks', () => {
  it('list the tasks, the latest first, and let an agent accept one that has started', async () => {
    const waiting = await start()
    const scheduled = await start({
      ScheduledTime: new Date((Math.floor(Date.now() / 1_000) + 3_600) * 1_000),
    })

    expect((await accept(waiting, ben.userId)).status).toBe(200)
    expect((await accept(scheduled, ben.userId)).status).toBe(400)
    expect((await accept('unknown', ben.userId)).status).toBe(404)
    expect(await listed()).toEqual({
      tasks: [
        { contactId: scheduled, name: 'Call back', state: 'scheduled', attributes: {}, references: {} },
        { contactId: waiting, name: 'Call back', state: 'accepted', attributes: {}, references: {} },
      ],
    })
  })
})

describe('a task that an agent has assigned to themselves', () => {
  it('is listed with the agent and the fields of its template, and no other agent can accept it', async () => {
    const contactId = await start({
      ContactFlowId: undefined,
      TaskTemplateId: demoTemplates.ownFollowUp.templateId,
      References: { Priority: { Type: 'STRING', Value: 'High' } },
      SegmentAttributes: {
        'connect:CreatedByUser': { ValueString: agentArn(ana) },
        'connect:AssignmentType': { ValueString: 'SELF' },
      },
    })

    expect(await listed()).toMatchObject({
      tasks: [{ assignedTo: ana.userId, references: { Priority: { type: 'STRING', value: 'High' } } }],
    })
    expect((await accept(contactId, ben.userId)).status).toBe(400)
    expect((await accept(contactId, ana.userId)).status).toBe(200)
  })
})

it('pages of other origins may not read answers of the API', async () => {
  const response = await fetch(`${connect.url}/contact/task`, { method: 'OPTIONS' })
  expect(response.status).toBe(404)
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
})
