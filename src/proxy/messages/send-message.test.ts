import { createHash } from 'node:crypto'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { sentMessageSchema } from '../../contract/messages/messages.ts'
import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { ana, instanceId } from '../../simulators/instance/instance.ts'
import { instanceMessageTemplates } from '../../simulators/instance/message-templates.ts'
import { instancePhoneNumbers, phoneNumberArn } from '../../simulators/instance/phone-numbers.ts'
import { issuesOf, londonCall, londonNumber, startMessageScene } from '../harness/message-scene.ts'
import { problemOf } from '../harness/proxy-scene.ts'
import { messagesPath } from '../../contract/messages/message-paths.ts'

const scene = await startMessageScene()
const { connect, token, send, startProxy, sentToConnect, passTime } = scene

beforeEach(scene.reset)
afterAll(scene.close)

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const { orderReady } = instanceMessageTemplates

const byTemplate = {
  templates: [
    {
      templateId: orderReady.templateId,
      knowledgeBaseId: orderReady.knowledgeBaseId,
      name: 'Order is ready',
      channel: 'whatsapp',
      attributes: ['firstName', 'orderId'],
    },
  ],
} as const

const whatsApp = {
  channel: 'whatsapp',
  from: instancePhoneNumbers.whatsApp.phoneNumberId,
  message: {
    templateId: orderReady.templateId,
    values: [
      { name: 'firstName', value: 'Dana' },
      { name: 'orderId', value: '42' },
    ],
  },
}

describe('POST /api/v1/messages', () => {
  it('sends Connect exactly the message, with a hashed token and Connect’s own ARN of the number', async () => {
    const response = await send({
      attributes: [{ key: 'orderId', value: '42' }],
      displayName: 'Order desk',
      durationMinutes: 90,
    })

    expect(response.status).toBe(201)
    expect(sentMessageSchema.parse(await response.json())).toEqual({
      contactId: connect.messages[0]?.contactId,
    })
    expect(sentToConnect()).toEqual([
      {
        InstanceId: instanceId,
        ClientToken: sha256(`${ana.userId}\ntoken-1`),
        SourceEndpoint: {
          Type: 'CONNECT_PHONENUMBER_ARN',
          Address: phoneNumberArn(instancePhoneNumbers.service),
        },
        DestinationEndpoint: { Type: 'TELEPHONE_NUMBER', Address: londonNumber },
        SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:SMS' } },
        ContactFlowId: demoFlows.callbackRequests.flowId,
        RelatedContactId: londonCall.contactId,
        InitialSystemMessage: { ContentType: 'text/plain', Content: 'marked-text: your order is ready' },
        SupportedMessagingContentTypes: ['text/plain'],
        Attributes: { orderId: '42' },
        ParticipantDetails: { DisplayName: 'Order desk' },
        ChatDurationInMinutes: 90,
      },
    ])
  })

  it('sends a WhatsApp message by a template of the policy, with its knowledge base', async () => {
    startProxy(byTemplate)
    const response = await send(whatsApp)

    expect(response.status).toBe(201)
    expect(sentToConnect()).toMatchObject([
      {
        SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:WhatsApp' } },
        InitialTemplatedSystemMessage: {
          KnowledgeBaseId: orderReady.knowledgeBaseId,
          MessageTemplateId: orderReady.templateId,
          TemplateAttributes: { CustomAttributes: { firstName: 'Dana', orderId: '42' } },
        },
      },
    ])
    expect(sentToConnect()[0]).not.toHaveProperty('InitialSystemMessage')
  })

  it('has the content types of the policy, and text/plain always', async () => {
    startProxy({ contentTypes: ['text/markdown'] })
    await send()

    expect(sentToConnect()).toMatchObject([
      { SupportedMessagingContentTypes: ['text/plain', 'text/markdown'] },
    ])
  })

  it('sends one message however often the same token is sent, at once or after that', async () => {
    const responses = await Promise.all([send(), send(), send()])
    responses.push(await send())
    const contactIds = await Promise.all(
      responses.map(async (each) => sentMessageSchema.parse(await each.json())),
    )

    expect(new Set(contactIds.map(({ contactId }) => contactId)).size).toBe(1)
    expect(sentToConnect()).toHaveLength(1)
  })

  it('refuses other content with the same token', async () => {
    await send()

    expect(await issuesOf(await send({ message: { text: 'Something else' } }))).toEqual([
      422,
      'invalid',
      'not-created',
    ])
    expect(sentToConnect()).toHaveLength(1)
  })

  it('cannot express a previous contact', async () => {
    const response = await send({ link: { type: 'previous', contactId: londonCall.contactId } })

    expect(await issuesOf(response)).toEqual([400, 'malformed', 'not-created'])
  })

  it.each([
    ['a text and a template', { message: { text: 'x', templateId: orderReady.templateId } }],
    ['a phone number ARN', { phoneNumberArn: 'arn:aws:connect:x' }],
    ['a knowledge base', { message: { templateId: 'x', knowledgeBaseId: 'y' } }],
    ['the agent’s own content types', { contentTypes: ['text/html'] }],
  ])('takes no body with %s', async (_, differs) => {
    expect((await problemOf(await send(differs))).code).toBe('malformed')
  })
})

describe('an agent whose policy has no messages', () => {
  beforeEach(() => {
    startProxy({}, { policyFile: { policies: [{ name: 'Tasks only' }] } })
  })

  it('may send no messages, and the panel does not offer any', async () => {
    expect(await issuesOf(await send())).toEqual([403, 'forbidden', 'not-created'])
    expect(await issuesOf(await scene.options())).toEqual([403, 'forbidden', 'not-created'])
    expect(await (await scene.proxy().get('/api/v1/me', token)).json()).toMatchObject({ messages: false })
    expect(sentToConnect()).toEqual([])
  })

  it('is refused before their body is read', async () => {
    const response = await scene.proxy().postTo(messagesPath, 'no JSON', token)

    expect((await problemOf(response)).code).toBe('forbidden')
  })
})

it('an agent whose policy has messages may send them', async () => {
  expect(await (await scene.proxy().get('/api/v1/me', token)).json()).toMatchObject({ messages: true })
})

it('a proxy without a secret for numbers sends no messages', async () => {
  startProxy({}, { environment: { NUMBER_HASH_SECRET: '' } })

  expect(await issuesOf(await send())).toEqual([403, 'forbidden', 'not-created'])
  expect(await (await scene.proxy().get('/api/v1/me', token)).json()).toMatchObject({ messages: false })
})

describe('the policy', () => {
  const texts = [{ textId: 'ready', name: 'Order is ready', text: 'Your order is ready.' }]

  it.each([
    ['no consent', { consent: undefined }, 'consent consent-missing'],
    ['an empty text', { message: { text: '' } }, 'text text-missing'],
    ['a text of 1,025 characters', { message: { text: 'x'.repeat(1_025) } }, 'text text-too-long'],
    ['half a character', { message: { text: 'a\uD83D' } }, 'text text-not-unicode'],
    ['a flow that is not offered', { flowId: demoFlows.saved.flowId }, 'flow flow-not-offered'],
    ['a number for calls', { from: instancePhoneNumbers.hotline.phoneNumberId }, 'from sender-not-offered'],
    [
      'a number of another instance',
      { from: instancePhoneNumbers.otherInstance.phoneNumberId },
      'from sender-not-offered',
    ],
    ['a WhatsApp number', { from: instancePhoneNumbers.whatsApp.phoneNumberId }, 'from sender-not-offered'],
    ['a chat of 59 minutes', { durationMinutes: 59 }, 'duration duration-too-short'],
    ['a chat of 10,081 minutes', { durationMinutes: 10_081 }, 'duration duration-too-long'],
    ['a template', { message: { templateId: orderReady.templateId } }, 'template template-not-offered'],
    ['WhatsApp', { channel: 'whatsapp' }, 'channel channel-not-offered'],
  ])('refuses %s', async (_, differs, issue) => {
    const [status, code, outcome, ...issues] = await issuesOf(await send(differs))

    expect([status, code, outcome]).toEqual([422, 'invalid', 'not-created'])
    expect(issues).toContain(issue)
    expect(sentToConnect()).toEqual([])
  })

  it('treats a false consent as a mistake of the caller', async () => {
    expect((await problemOf(await send({ consent: false }))).code).toBe('malformed')
  })

  it.each([
    ['Your order is ready.', 201],
    ['Your order is ready!', 422],
    ['Your order is ready. Call +1 900 555 0100', 422],
  ])('allows only its texts where there is no free text: “%s”', async (text, status) => {
    startProxy({ texts, freeText: false })

    expect((await send({ message: { text } })).status).toBe(status)
  })

  it('sends a text of the policy as the policy writes it, without what is put around it', async () => {
    startProxy({ texts, freeText: false })
    await send({ message: { text: '\u200B Your order is ready.\n\u00A0' } })

    expect(sentToConnect()).toMatchObject([{ InitialSystemMessage: { Content: 'Your order is ready.' } }])
  })

  it.each([
    [
      'a value that is missing',
      [{ name: 'firstName', value: 'Dana' }],
      'templateValues template-value-required',
    ],
    [
      'a value that the template does not ask for',
      [{ name: 'other', value: 'x' }],
      'templateValues.0.name template-value-unknown',
    ],
    ['a blank value', [{ name: 'firstName', value: ' ' }], 'templateValues.0.value template-value-missing'],
  ])('refuses a template with %s', async (_, values, issue) => {
    startProxy(byTemplate)
    const message = { templateId: orderReady.templateId, values }

    expect(await issuesOf(await send({ ...whatsApp, message }))).toContain(issue)
  })

  it('refuses a WhatsApp template as SMS, and a text on WhatsApp', async () => {
    startProxy(byTemplate)
    const { message } = whatsApp

    expect(await issuesOf(await send({ message }))).toContain('template template-not-offered')
    expect(await issuesOf(await send({ ...whatsApp, message: { text: 'x' } }))).toContain(
      'template template-missing',
    )
  })

  it('allows only its flows and senders', async () => {
    startProxy({
      flows: [demoFlows.complaintFollowUp.flowId],
      senders: [{ phoneNumberId: instancePhoneNumbers.delivery.phoneNumberId }],
    })

    expect(await issuesOf(await send())).toEqual([
      422,
      'invalid',
      'not-created',
      'from sender-not-offered',
      'flow flow-not-offered',
    ])
    const from = instancePhoneNumbers.delivery.phoneNumberId
    expect((await send({ from, flowId: demoFlows.complaintFollowUp.flowId })).status).toBe(201)
  })

  it('locks attributes in messages as it does in tasks, and adds those that it fixes', async () => {
    const fields = {
      attributes: { isLocked: true, byKey: { source: { default: 'panel', isHidden: true } } },
    } as const
    startProxy({}, { policyFile: { policies: [{ name: 'All', messages: {}, fields }] } })

    expect(await issuesOf(await send({ attributes: [{ key: 'vip', value: 'yes' }] }))).toContain(
      'attributes.0.key attribute-not-allowed',
    )
    await send()
    expect(sentToConnect()).toMatchObject([{ Attributes: { source: 'panel' } }])
  })

  it('that requires a template for tasks offers its flows for messages', async () => {
    startProxy({}, { policyFile: { policies: [{ name: 'All', messages: {}, requireTemplate: true }] } })

    expect((await send()).status).toBe(201)
  })
})

it('takes a number that is newer than the list of numbers', async () => {
  const phoneNumbers = Object.values(instancePhoneNumbers)
  connect.changeInstance({ phoneNumbers: phoneNumbers.slice(1) })
  await scene.options()
  connect.changeInstance({ phoneNumbers })
  passTime(6_000)

  expect((await send()).status).toBe(201)
})

it('offers no number for calls, also if the policy names it as a sender', async () => {
  const { hotline, service } = instancePhoneNumbers
  startProxy({ senders: [hotline, service].map(({ phoneNumberId }) => ({ phoneNumberId })) })

  expect((await scene.optionsOf()).senders).toMatchObject([{ phoneNumberId: service.phoneNumberId }])
})

it('sends from a number of the policy while the role may not list numbers', async () => {
  connect.failNext('ListPhoneNumbersV2', { kind: 'error', status: 403, type: 'AccessDeniedException' }, 9)
  const { phoneNumberId } = instancePhoneNumbers.service
  startProxy({ senders: [{ phoneNumberId, name: 'Service' }] })

  expect((await scene.optionsOf()).senders).toEqual([{ phoneNumberId, name: 'Service', channels: ['sms'] }])
  expect((await send()).status).toBe(201)
  expect(scene.proxy().logged()).toContain('connect:ListPhoneNumbersV2')
})
