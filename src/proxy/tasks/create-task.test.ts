import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createdTaskSchema } from '../../contract/tasks/tasks.ts'
import { demoFlows, demoQuickConnects } from '../../simulators/connect/state/demo-seed.ts'
import { agentArn, ana, ben, instanceId, type InstanceContact } from '../../simulators/instance/instance.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { contact, plainTask, problemOf, startProxyScene } from '../harness/proxy-scene.ts'

const { connect, identity, token, newProxy, close } = await startProxyScene()
let proxy: ProxyHarness

const attributes = { orderId: '41', tier: 'gold' }
const call = contact('11111111-0000-4000-8000-000000000001', { attributes })
const email = contact('11111111-0000-4000-8000-000000000002', { channel: 'EMAIL' })
const ringing = contact('11111111-0000-4000-8000-000000000003', { state: 'CONNECTING', accepted: false })
const bensCall = contact('11111111-0000-4000-8000-000000000004')

beforeEach(() => {
  connect.reset()
  connect.setContacts(ana.userId, [call, email, ringing])
  connect.setContacts(ben.userId, [bensCall])
  proxy = newProxy()
})

afterAll(close)

const linkedTo = ({ contactId }: InstanceContact, type = 'related') => ({
  ...plainTask,
  link: { type, contactId },
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const startsReceived = () => connect.received.filter(({ operation }) => operation === 'StartTaskContact')

const sentToConnect = (): unknown => JSON.parse(startsReceived().at(-1)?.body ?? 'null')

describe('POST /api/v1/tasks', () => {
  it('sends Connect exactly the task, with the verified agent and a hashed token', async () => {
    const scheduledTime = new Date(Date.now() + 3_600_000)
    const response = await proxy.post(
      {
        ...linkedTo(call),
        description: 'About the refund',
        references: [
          { name: 'Order', type: 'URL', value: 'https://shop.example/42' },
          { name: 'Due', type: 'DATE', value: '2026-10-01T12:00:00Z' },
        ],
        attributes: [
          { key: 'orderId', value: '42' },
          { key: '__proto__', value: 'kept' },
        ],
        scheduledTime: scheduledTime.toISOString(),
        expiryMinutes: 10_080,
      },
      token,
    )

    const created = createdTaskSchema.parse(await response.json())
    const seconds = Math.floor(scheduledTime.getTime() / 1_000)
    expect(response.status).toBe(201)
    expect(created).toEqual({
      contactId: connect.tasks[0]?.contactId,
      scheduledTime: new Date(seconds * 1_000).toISOString(),
    })
    expect(startsReceived().at(-1)?.body).toContain('"__proto__":"kept"')
    expect(sentToConnect()).toEqual({
      InstanceId: instanceId,
      ClientToken: sha256(`${ana.userId}\ntoken-1`),
      Name: 'Call back',
      Description: 'About the refund',
      ContactFlowId: demoFlows.callbackRequests.flowId,
      RelatedContactId: call.contactId,
      References: {
        Order: { Type: 'URL', Value: 'https://shop.example/42' },
        Due: { Type: 'DATE', Value: '1790856000' },
      },
      Attributes: Object.fromEntries([
        ['orderId', '42'],
        ['__proto__', 'kept'],
      ]),
      ScheduledTime: seconds,
      SegmentAttributes: {
        'connect:CreatedByUser': { ValueString: agentArn(ana) },
        'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 10_080 } } },
      },
    })
  })

  it('leaves empty fields out', async () => {
    await proxy.post({ ...plainTask, references: [], attributes: [], description: '' }, token)

    expect(sentToConnect()).toEqual({
      InstanceId: instanceId,
      ClientToken: sha256(`${ana.userId}\ntoken-1`),
      Name: 'Call back',
      ContactFlowId: demoFlows.callbackRequests.flowId,
      SegmentAttributes: { 'connect:CreatedByUser': { ValueString: agentArn(ana) } },
    })
  })

  it('creates a task for a quick connect as the continuation of a call', async () => {
    const { quickConnectId } = demoQuickConnects.billing
    const destination = { type: 'quickConnect', quickConnectId }

    const response = await proxy.post({ ...linkedTo(call, 'previous'), destination }, token)

    expect(response.status).toBe(201)
    expect(sentToConnect()).toMatchObject({
      QuickConnectId: quickConnectId,
      PreviousContactId: call.contactId,
    })
    expect(sentToConnect()).not.toHaveProperty('ContactFlowId')
    expect(sentToConnect()).not.toHaveProperty('RelatedContactId')
  })

  it('creates one task however often the same token is sent', async () => {
    const [first, second] = [await proxy.post(plainTask, token), await proxy.post(plainTask, token)]

    expect(await first.json()).toEqual(await second.json())
    expect(connect.tasks).toHaveLength(1)
  })

  it('treats the same token of two agents as two tokens', async () => {
    await proxy.post(plainTask, token)
    await proxy.post(plainTask, await identity.tokenFor(ben))

    expect(connect.tasks).toHaveLength(2)
  })

  it('links to a contact that is still ringing for the agent', async () => {
    const response = await proxy.post(linkedTo(ringing), token)

    expect(response.status).toBe(201)
  })

  it('links to a contact of the agent that has ended', async () => {
    connect.setContacts(ana.userId, [])

    const response = await proxy.post(linkedTo(call), token)

    expect(response.status).toBe(201)
  })

  it('asks the panel to retry for a contact that is so new that Connect cannot describe it yet', async () => {
    const type = 'ResourceNotFoundException'
    connect.failNext('DescribeContact', { kind: 'error', status: 404, type, message: 'No such contact' })

    const problem = await problemOf(await proxy.post(linkedTo(call), token))
    expect(problem).toMatchObject({ status: 429, code: 'busy', outcome: 'not-created', retryAfterSeconds: 2 })
    expect(connect.tasks).toHaveLength(0)

    expect((await proxy.post(linkedTo(call), token)).status).toBe(201)
  })

  it('answers alike for a contact of another agent and for one that does not exist', async () => {
    const unknown = contact('11111111-0000-4000-8000-00000000ffff')
    const another = await problemOf(await proxy.post(linkedTo(bensCall), token))
    const unknownProblem = await problemOf(await proxy.post(linkedTo(unknown), token))

    expect(another).toMatchObject({ status: 403, code: 'not-your-contact', outcome: 'not-created' })
    expect(unknownProblem).toEqual({ ...another, requestId: unknownProblem.requestId })
    expect(connect.tasks).toHaveLength(0)
  })

  it('does not link to a contact that is ringing for another agent', async () => {
    connect.setContacts(ben.userId, [contact(bensCall.contactId, { state: 'CONNECTING', accepted: false })])

    const problem = await problemOf(await proxy.post(linkedTo(bensCall), token))

    expect(problem.code).toBe('not-your-contact')
  })

  it('refuses to continue an email as previous contact, by the rules of the core', async () => {
    const problem = await problemOf(await proxy.post(linkedTo(email, 'previous'), token))

    expect(problem).toMatchObject({ status: 422, code: 'invalid', outcome: 'not-created' })
    expect(problem.issues).toEqual([{ field: 'link', code: 'link-previous-not-for-email' }])
  })

  it('counts inherited attributes against the limit', async () => {
    connect.setContacts(ana.userId, [contact(call.contactId, { attributes: { big: 'x'.repeat(32_000) } })])
    const own = [{ key: 'own', value: 'y'.repeat(1_000) }]

    const problem = await problemOf(await proxy.post({ ...linkedTo(call), attributes: own }, token))

    expect(problem.issues).toEqual([
      { field: 'attributes', code: 'attributes-too-large', actual: 33_006, limit: 32_768 },
    ])
  })

  it('checks the schedule with its own clock', async () => {
    const scheduledTime = new Date(Date.now() + 60_000).toISOString()
    proxy.passTime(120_000)

    const problem = await problemOf(await proxy.post({ ...plainTask, scheduledTime }, token))

    expect(problem.issues).toEqual([{ field: 'scheduledTime', code: 'schedule-past' }])
  })

  it('refuses a destination that is not offered', async () => {
    const destination = { type: 'flow', flowId: demoFlows.saved.flowId }

    const problem = await problemOf(await proxy.post({ ...plainTask, destination }, token))

    expect(problem).toMatchObject({ status: 422, code: 'destination-gone', outcome: 'not-created' })
    expect(startsReceived()).toHaveLength(0)
  })

  it('reads the destinations again for one that is newer than the list', async () => {
    const destination = { type: 'flow', flowId: demoFlows.saved.flowId }
    await proxy.post(plainTask, token)
    proxy.passTime(6_000)

    await proxy.post({ ...plainTask, clientToken: 'token-2', destination }, token)

    expect(connect.received.filter(({ operation }) => operation === 'ListContactFlows')).toHaveLength(2)
  })
})
