import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { instancePhoneNumbers } from '../../simulators/instance/phone-numbers.ts'
import { ana, basicQueue } from '../../simulators/instance/instance.ts'
import {
  issuesOf,
  londonCall,
  londonNumber,
  messageBody,
  minute,
  noon,
  seattleNumber,
  startMessageScene,
} from '../harness/message-scene.ts'
import { problemOf } from '../harness/proxy-scene.ts'
import { createRedisHarness, hasRedis, needsRedis } from '../harness/redis-harness.ts'

const scene = await startMessageScene()
const { connect, token, bensToken, send, startProxy, sentToConnect, passTime } = scene

const { queueId } = basicQueue
const hour = 60 * minute
const night = { from: '21:00', to: '08:00' }

beforeEach(scene.reset)
afterAll(scene.close)

const toBen = { link: { type: 'related', contactId: '11111111-0000-4000-8000-000000000012' } }

/** The lowest first. */
const statusesOf = (responses: readonly Response[]) =>
  responses.map(({ status }) => status).toSorted((one, other) => one - other)

const instant = (ms: number) => new Date(noon + ms).toISOString()

describe('quiet hours', () => {
  it('refuse a message with the time to wait, and let it through after that', async () => {
    startProxy({ quietHours: night })
    passTime(12 * hour)
    const problem = await problemOf(await send())

    expect(problem).toMatchObject({
      status: 409,
      code: 'quiet-hours',
      outcome: 'not-created',
      retryAfterSeconds: 8 * 3_600,
      issues: [{ field: 'to', code: 'quiet-hours' }],
    })
    expect(await scene.optionsOf(londonCall.contactId)).toMatchObject({ quietUntil: instant(20 * hour) })
    expect(sentToConnect()).toEqual([])
    passTime(8 * hour)
    expect((await send()).status).toBe(201)
  })

  it('are those of the customer’s zone, as the linked contact says it', async () => {
    startProxy({ quietHours: { ...night, timeZoneAttribute: 'zone' } })
    connect.setContacts(ana.userId, [{ ...londonCall, attributes: { zone: 'America/Los_Angeles' } }])

    expect(await scene.optionsOf(londonCall.contactId)).toMatchObject({
      timeZone: 'America/Los_Angeles',
      quietUntil: instant(4 * hour),
    })
    expect((await problemOf(await send())).code).toBe('quiet-hours')
  })

  it('are not those of the contact’s customer for another recipient', async () => {
    startProxy({ recipients: 'anyone', quietHours: { ...night, timeZoneAttribute: 'zone' } })
    connect.setContacts(ana.userId, [{ ...londonCall, attributes: { zone: 'Europe/London' } }])

    expect((await send({ clientToken: 'own' })).status).toBe(201)
    // It is 04:00 in Seattle.
    expect((await problemOf(await send({ to: seattleNumber }))).code).toBe('quiet-hours')
  })

  it('refuse a number that may be anywhere, and name no time', async () => {
    startProxy({ recipients: 'anyone', quietHours: night })
    const problem = await problemOf(await send({ to: '+881612345678' }))

    expect(problem).toMatchObject({ code: 'quiet-hours', outcome: 'not-created' })
    expect(problem).not.toHaveProperty('retryAfterSeconds')
  })

  it('that never end are reported before the message, for the customer of the contact', async () => {
    startProxy({ quietHours: { from: '12:00', to: '09:00' } })
    const customerEndpoint = { type: 'TELEPHONE_NUMBER', address: seattleNumber } as const
    connect.setContacts(ana.userId, [{ ...londonCall, customerEndpoint }])
    const options = await scene.optionsOf(londonCall.contactId)

    expect(options).toMatchObject({ isAlwaysQuiet: true })
    expect(options).not.toHaveProperty('quietUntil')
    expect((await problemOf(await send({ to: seattleNumber }))).code).toBe('quiet-hours')
    expect(scene.proxy().logged()).not.toContain(seattleNumber.slice(1))
  })

  it('that have begun since do not take back the answer about a message that was sent', async () => {
    startProxy({ quietHours: night })
    const first: unknown = await (await send()).json()
    passTime(12 * hour)

    expect(await (await send()).json()).toEqual(first)
  })

  it('that have begun since leave it unknown whether a message was sent of which the answer was lost', async () => {
    startProxy({ quietHours: night })
    connect.failNext('StartOutboundChatContact', { kind: 'response-lost' })
    expect((await problemOf(await send())).outcome).toBe('unknown')
    passTime(12 * hour)

    expect(await problemOf(await send())).toMatchObject({ code: 'quiet-hours', outcome: 'unknown' })
    passTime(8 * hour)
    expect((await send()).status).toBe(201)
    expect(connect.messages).toHaveLength(1)
  })
})

describe('the interval of a customer', () => {
  it('lets one of two agents through who send at once', async () => {
    const responses = await Promise.all([send(), send(toBen, bensToken)])
    const refused = responses.find(({ status }) => status !== 201)

    expect(statusesOf(responses)).toEqual([201, 409])
    expect(refused && (await problemOf(refused))).toMatchObject({
      code: 'message-interval',
      outcome: 'not-created',
      retryAfterSeconds: 600,
      issues: [{ field: 'to', code: 'message-interval' }],
    })
    expect(connect.messages).toHaveLength(1)
  })

  it('ends after the minutes of the policy', async () => {
    startProxy({ everyMinutes: 30 })
    await send()
    const another = { clientToken: 'token-2' }
    passTime(30 * minute - 1)

    expect(await scene.optionsOf(londonCall.contactId)).toMatchObject({
      everyMinutes: 30,
      nextMessageAt: instant(30 * minute),
    })
    expect((await problemOf(await send(another))).retryAfterSeconds).toBe(1)
    passTime(1)
    expect(await scene.optionsOf(londonCall.contactId)).not.toHaveProperty('nextMessageAt')
    expect((await send(another)).status).toBe(201)
  })

  it('stays reserved after a lost answer, but not for the same message', async () => {
    connect.failNext('StartOutboundChatContact', { kind: 'response-lost' })
    expect((await problemOf(await send())).outcome).toBe('unknown')

    expect((await problemOf(await send(toBen, bensToken))).code).toBe('message-interval')
    expect((await send()).status).toBe(201)
    expect(connect.messages).toHaveLength(1)
  })

  it('stays reserved if the same message is refused after a lost answer', async () => {
    connect.failNext('StartOutboundChatContact', { kind: 'response-lost' })
    await send()
    connect.failNext('StartOutboundChatContact', { kind: 'error', status: 429, type: 'ThrottlingException' })

    expect(await problemOf(await send())).toMatchObject({ code: 'throttled', outcome: 'unknown' })
    expect((await problemOf(await send(toBen, bensToken))).code).toBe('message-interval')
  })

  it.each([
    ['throttles', 429, 'ThrottlingException'],
    ['has too many chats', 429, 'LimitExceededException'],
    ['refuses it as invalid', 400, 'InvalidRequestException'],
    ['denies it', 403, 'AccessDeniedException'],
    ['no longer knows the flow', 404, 'ResourceNotFoundException'],
  ])('is free again if Connect %s', async (_, status, type) => {
    connect.failNext('StartOutboundChatContact', { kind: 'error', status, type })
    expect((await problemOf(await send())).outcome).toBe('not-created')

    expect((await send(toBen, bensToken)).status).toBe(201)
  })

  it('is not reserved by a message that the policy refuses', async () => {
    await send({ consent: undefined })

    expect((await send(toBen, bensToken)).status).toBe(201)
  })

  it('is one however the message’s sender, channel and flow differ', async () => {
    await send()
    const from = instancePhoneNumbers.delivery.phoneNumberId

    expect((await problemOf(await send({ clientToken: 'token-2', from }))).code).toBe('message-interval')
  })

  it('is another for each customer', async () => {
    startProxy({ recipients: 'anyone' })
    await send()

    expect((await send({ clientToken: 'token-2', to: seattleNumber })).status).toBe(201)
  })
})

const redis = await createRedisHarness()

describe.skipIf(!hasRedis)(`two proxies with one Redis${needsRedis}`, () => {
  const started: ReturnType<typeof startProxy>[] = []
  const startWithRedis = () => {
    const proxy = startProxy({}, { environment: { REDIS_URL: redis.url } })
    started.push(proxy)
    return proxy
  }

  beforeAll(redis.start)
  afterEach(() => {
    for (const proxy of started.splice(0)) proxy.close()
  })
  afterAll(redis.kill)

  it('let one of two messages to a customer through that come at once', async () => {
    const [one, other] = [startWithRedis(), startWithRedis()]
    const responses = await Promise.all([send({}, token, one), send(toBen, bensToken, other)])

    expect(statusesOf(responses)).toEqual([201, 409])
    expect(connect.messages).toHaveLength(1)
  })

  it('send a message once that comes to both', async () => {
    await redis.start()
    const [one, other] = [startWithRedis(), startWithRedis()]
    const responses = await Promise.all([send({}, token, one), send({}, token, other)])
    const [first, second]: unknown[] = await Promise.all(responses.map(async (each) => each.json()))

    expect(first).toEqual(second)
    expect(connect.messages).toHaveLength(1)
  })

  it('keep a doubt for each other', async () => {
    await redis.start()
    const [one, other] = [startWithRedis(), startWithRedis()]
    connect.failNext('StartOutboundChatContact', { kind: 'response-lost' })
    await send({}, token, one)

    expect((await problemOf(await send(toBen, bensToken, other))).code).toBe('message-interval')
    expect((await send({}, token, other)).status).toBe(201)
    expect(connect.messages).toHaveLength(1)
  })

  it('keep no number and no text in Redis', async () => {
    await redis.start()
    await send({}, token, startWithRedis())
    const kept = await redis.everything()

    expect(kept).toContain('tasklink:intervals:')
    expect(kept).not.toContain(londonNumber.slice(1))
    expect(kept).not.toContain('marked-text')
  })

  it('send nothing while Redis is away and they cannot know of each other', async () => {
    await redis.start()
    const [one, other] = [startWithRedis(), startWithRedis()]
    await send({}, token, other)
    await send(toBen, bensToken, one)
    await redis.kill()
    passTime(10 * minute)

    expect(await issuesOf(await send({ ...toBen, clientToken: 'token-2' }, bensToken, one))).toEqual([
      429,
      'busy',
      'not-created',
    ])
    expect(connect.messages).toHaveLength(1)
    await redis.start()
  })
})

describe('GET /api/v1/messages/options', () => {
  it('says what the agent may send about the contact, without the ids of knowledge bases', async () => {
    const text = { textId: 'ready', name: 'Order is ready', text: 'Your order is ready.' }
    const template = {
      templateId: 't',
      name: 'Order',
      channel: 'sms',
      attributes: ['day'],
      preview: 'On {{day}}.',
    } as const
    startProxy({
      senders: [
        { phoneNumberId: instancePhoneNumbers.service.phoneNumberId, name: 'Service' },
        { phoneNumberId: instancePhoneNumbers.delivery.phoneNumberId, queues: [queueId] },
      ],
      recipients: { countries: ['GB'], prefixes: ['+49151'] },
      texts: [text],
      freeText: false,
      templates: [{ ...template, knowledgeBaseId: 'marked-knowledge-base' }],
      defaultCountry: 'GB',
      displayName: 'Order desk',
      durationMinutes: 120,
    })
    connect.setContacts(ana.userId, [{ ...londonCall, queueId }])
    const options = await scene.optionsOf(londonCall.contactId)

    expect(options).toEqual({
      senders: [
        {
          phoneNumberId: instancePhoneNumbers.service.phoneNumberId,
          number: instancePhoneNumbers.service.number,
          name: 'Service',
          channels: ['sms'],
        },
        {
          phoneNumberId: instancePhoneNumbers.delivery.phoneNumberId,
          number: instancePhoneNumbers.delivery.number,
          channels: ['sms'],
        },
      ],
      defaultFrom: instancePhoneNumbers.delivery.phoneNumberId,
      flows: expect.any(Array),
      texts: [text],
      freeText: false,
      templates: [template],
      recipients: 'some',
      countries: ['GB'],
      prefixes: ['+49151'],
      customerNumber: londonNumber,
      customerCountry: 'GB',
      defaultCountry: 'GB',
      displayName: 'Order desk',
      durationMinutes: 120,
      everyMinutes: 10,
    })
    expect(options.flows.map(({ flowId }) => flowId)).toContain(messageBody().flowId)
  })

  it('offers the numbers from End User Messaging, each for its channel, where the policy names none', async () => {
    const { senders } = await scene.optionsOf()

    expect(senders.map(({ number, channels }) => `${number} ${channels.join()}`)).toEqual([
      `${instancePhoneNumbers.service.number} sms`,
      `${instancePhoneNumbers.delivery.number} sms`,
      `${instancePhoneNumbers.whatsApp.number} whatsapp`,
    ])
  })

  it('has the policy’s first sender for a contact of no queue that it names', async () => {
    const phoneNumberIds = [
      instancePhoneNumbers.delivery.phoneNumberId,
      instancePhoneNumbers.service.phoneNumberId,
    ]
    startProxy({ senders: phoneNumberIds.map((phoneNumberId) => ({ phoneNumberId })) })

    expect((await scene.optionsOf(londonCall.contactId)).defaultFrom).toBe(phoneNumberIds[0])
  })

  it('begins with the first flow that the policy names and Connect still has', async () => {
    startProxy({
      flows: ['gone', demoFlows.complaintFollowUp.flowId, demoFlows.callbackRequests.flowId],
    })
    const named = await scene.optionsOf()
    startProxy({})

    expect(named.defaultFlowId).toBe(demoFlows.complaintFollowUp.flowId)
    expect(await scene.optionsOf()).not.toHaveProperty('defaultFlowId')
  })

  it('knows no number without a contact', async () => {
    expect(await scene.optionsOf()).not.toHaveProperty('customerNumber')
  })

  it('answers while Connect does not list numbers', async () => {
    connect.failNext('ListPhoneNumbersV2', { kind: 'error', status: 403, type: 'AccessDeniedException' }, 9)

    expect((await scene.optionsOf(londonCall.contactId)).senders).toEqual([])
  })
})
