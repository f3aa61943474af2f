import {
  ConflictException,
  DescribeContactCommand,
  LimitExceededException,
  ListAssociatedContactsCommand,
  StartOutboundChatContactCommand,
  type StartOutboundChatContactCommandInput,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ana, type InstanceContact, instanceArn, instanceId } from '../../instance/instance.ts'
import { instanceMessageTemplates } from '../../instance/message-templates.ts'
import { instancePhoneNumbers, phoneNumberArn } from '../../instance/phone-numbers.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { demoFlows, demoSeed } from '../state/demo-seed.ts'
import { createInstanceState } from '../state/instance-state.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'
import { startOutboundChatContact } from './start-outbound-chat-contact.ts'

const nine = Date.UTC(2026, 10, 20, 9)
let now = nine
const connect = await startConnectSimulator({ now: () => now })
const client = sdkClient(connect)

const call: InstanceContact = {
  contactId: 'call',
  initialContactId: null,
  channel: 'VOICE',
  state: 'CONNECTED',
  accepted: true,
  name: null,
  attributes: { orderId: '42' },
  customerEndpoint: { type: 'TELEPHONE_NUMBER', address: '+12065550142' },
}

const { service, delivery, whatsApp, hotline, otherInstance } = instancePhoneNumbers
const flowId = demoFlows.callbackRequests.flowId

type Input = Partial<StartOutboundChatContactCommandInput>

const textOf = (Content: string) => ({ InitialSystemMessage: { ContentType: 'text/plain', Content } })
const from = (Address: string) => ({ SourceEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN' as const, Address } })
const to = (Address: string) => ({ DestinationEndpoint: { Type: 'TELEPHONE_NUMBER' as const, Address } })
const subtype = (ValueString: string) => ({ SegmentAttributes: { 'connect:Subtype': { ValueString } } })

const template = ({ knowledgeBaseId, templateId }: typeof instanceMessageTemplates.orderReady) => ({
  KnowledgeBaseId: knowledgeBaseId,
  MessageTemplateId: templateId,
  TemplateAttributes: { CustomAttributes: { firstName: 'Dana', orderId: '42' } },
})

const byWhatsApp: Input = {
  ...from(phoneNumberArn(whatsApp)),
  ...subtype('connect:WhatsApp'),
  InitialSystemMessage: undefined,
  InitialTemplatedSystemMessage: template(instanceMessageTemplates.orderReady),
}

const start = (input: Input = {}) =>
  client.send(
    new StartOutboundChatContactCommand({
      ...from(phoneNumberArn(service)),
      ...to('+12065550142'),
      InstanceId: instanceId,
      ...subtype('connect:SMS'),
      ContactFlowId: flowId,
      ...textOf('Your order is ready.'),
      ...input,
    }),
  )
const describeChat = async (ContactId: string | undefined) => {
  const { Contact } = await client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId }))
  return Contact
}

beforeEach(() => {
  connect.reset()
  now = nine
  connect.setContacts(ana.userId, [call])
})

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('a message that Connect accepts', () => {
  it('is stored with all received members', async () => {
    const { ContactId } = await start({
      RelatedContactId: 'call',
      Attributes: { orderId: '43' },
      ChatDurationInMinutes: 60,
      ParticipantDetails: { DisplayName: 'Dana' },
      SupportedMessagingContentTypes: ['text/markdown', 'text/plain'],
      ClientToken: 'attempt-1',
    })

    expect(connect.messages).toEqual([
      {
        contactId: ContactId,
        instanceId,
        source: phoneNumberArn(service),
        destination: '+12065550142',
        subtype: 'connect:SMS',
        flowId,
        attributes: { orderId: '43' },
        durationMinutes: 60,
        displayName: 'Dana',
        message: { type: 'text', text: 'Your order is ready.' },
        relatedContactId: 'call',
        contentTypes: ['text/markdown', 'text/plain'],
        clientToken: 'attempt-1',
        createdAt: nine,
        text: 'Your order is ready.',
      },
    ])
  })

  it('is a chat with the customer that can be described', async () => {
    const { ContactId } = await start({ RelatedContactId: 'call', Attributes: { reason: 'ready' } })

    expect(await describeChat(ContactId)).toEqual({
      Id: ContactId,
      Arn: `${instanceArn}/contact/${ContactId}`,
      RelatedContactId: 'call',
      Channel: 'CHAT',
      InitiationMethod: 'API',
      Attributes: { reason: 'ready' },
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:SMS' } },
      CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+12065550142' },
      SystemEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN', Address: phoneNumberArn(service) },
      InitiationTimestamp: new Date(nine),
    })
  })

  it('is among the contacts of its related contact', async () => {
    const { ContactId } = await start({ RelatedContactId: 'call' })
    const { ContactSummaryList } = await client.send(
      new ListAssociatedContactsCommand({ InstanceId: instanceId, ContactId: 'call' }),
    )

    expect(ContactSummaryList).toMatchObject([
      { ContactId: 'call' },
      { ContactId, Channel: 'CHAT', RelatedContactId: 'call' },
    ])
  })

  it('from a template has the text with the values filled in', async () => {
    await start(byWhatsApp)

    expect(connect.messages[0]?.text).toBe(
      'Hello Dana, your order 42 is ready. Reply to this message if you have a question.',
    )
  })

  it.each([
    ['after 25 hours', undefined, 25 * 60],
    ['after the duration of the request', 60, 60],
  ])('ends %s', async (_, ChatDurationInMinutes, minutes) => {
    const { ContactId } = await start({ ChatDurationInMinutes })
    now += minutes * 60_000 - 1
    expect(await describeChat(ContactId)).not.toHaveProperty('DisconnectTimestamp')
    now += 1
    expect(await describeChat(ContactId)).toMatchObject({
      DisconnectTimestamp: new Date(nine + minutes * 60_000),
    })
  })
})

describe('StartOutboundChatContact', () => {
  it.each<[string, Input]>([
    ['an instance named by its ARN', { InstanceId: instanceArn }],
    ['a number of another country', { ...from(phoneNumberArn(delivery)), ...to('+447700900142') }],
    ['the shortest number of E.164', to('+12')],
    ['the longest number of E.164', to('+123456789012345')],
    ['no first message, which the flow then says', { InitialSystemMessage: undefined }],
    ['an SMS text of 1,024 characters', textOf('x'.repeat(1_024))],
    ['an SMS text of 1,024 emoji', textOf('😀'.repeat(1_024))],
    [
      'an SMS from a template',
      {
        InitialSystemMessage: undefined,
        InitialTemplatedSystemMessage: {
          ...template(instanceMessageTemplates.appointment),
          TemplateAttributes: { CustomAttributes: { day: 'Friday', time: '10:00' } },
        },
      },
    ],
    ['WhatsApp with a template', byWhatsApp],
    ['the shortest duration', { ChatDurationInMinutes: 60 }],
    ['the longest duration', { ChatDurationInMinutes: 10_080 }],
    ['attributes of exactly 32,768 bytes', { Attributes: { k: 'x'.repeat(32_767) } }],
    ['a display name of 256 characters', { ParticipantDetails: { DisplayName: 'x'.repeat(256) } }],
    ['text/plain alone', { SupportedMessagingContentTypes: ['text/plain'] }],
    ['a token of 500 characters', { ClientToken: 't'.repeat(500) }],
  ])('accepts %s', async (_, input) => {
    await expect(start(input)).resolves.toHaveProperty('ContactId')
  })
})

describe('InvalidRequestException', () => {
  it.each<[string, Input]>([
    ['no instance', { InstanceId: undefined }],
    ['no source', { SourceEndpoint: undefined }],
    ['a source without a type', { SourceEndpoint: { Address: phoneNumberArn(service) } }],
    [
      'a source that is a telephone number',
      { SourceEndpoint: { Type: 'TELEPHONE_NUMBER', Address: service.number } },
    ],
    ['the number in place of its ARN', from(service.number)],
    ['the ARN of the number at End User Messaging', from(service.sourceArn)],
    ['the ARN below the instance', from(`${instanceArn}/phone-number/${service.phoneNumberId}`)],
    ['a source of 257 characters', from(`${phoneNumberArn(service)}${'0'.repeat(257)}`)],
    ['a number for calls', from(phoneNumberArn(hotline))],
    ['a WhatsApp number for SMS', from(phoneNumberArn(whatsApp))],
    ['an SMS number for WhatsApp', { ...byWhatsApp, ...from(phoneNumberArn(service)) }],
    ['no destination', { DestinationEndpoint: undefined }],
    [
      'a destination that is an ARN',
      { DestinationEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN', Address: phoneNumberArn(service) } },
    ],
    ['a number of one country', to('555-0100')],
    ['a number that begins with +0', to('+0155')],
    ['a tel: address', to('tel:+12065550142')],
    ['a number with blanks', to('+1 206 555 0142')],
    ['a number of 16 digits', to('+1234567890123456')],
    ['a number with a line break', to('+12065550142\n')],
    ['no segment attributes', { SegmentAttributes: undefined }],
    ['no subtype', { SegmentAttributes: {} }],
    ['a subtype of calls', subtype('connect:Telephony')],
    ['a subtype in other letters', subtype('connect:sms')],
    ['a subtype as ValueArn', { SegmentAttributes: { 'connect:Subtype': { ValueArn: 'connect:SMS' } } }],
    [
      'a second segment attribute',
      {
        SegmentAttributes: {
          'connect:Subtype': { ValueString: 'connect:SMS' },
          'connect:CreatedByUser': { ValueString: 'ana' },
        },
      },
    ],
    ['no flow', { ContactFlowId: undefined }],
    ['an empty flow id', { ContactFlowId: '' }],
    ['a saved flow', { ContactFlowId: demoFlows.saved.flowId }],
    ['an archived flow', { ContactFlowId: demoFlows.archived.flowId }],
    ['a whisper flow', { ContactFlowId: demoFlows.agentWhisper.flowId }],
    ['an attribute key with a space', { Attributes: { 'a b': '' } }],
    ['attributes of 32,769 bytes', { Attributes: { kk: 'x'.repeat(32_767) } }],
    ['a duration of 59 minutes', { ChatDurationInMinutes: 59 }],
    ['a duration of 10,081 minutes', { ChatDurationInMinutes: 10_081 }],
    ['participant details without a name', { ParticipantDetails: { DisplayName: undefined } }],
    ['an empty display name', { ParticipantDetails: { DisplayName: '' } }],
    ['a display name of 257 characters', { ParticipantDetails: { DisplayName: 'x'.repeat(257) } }],
    ['an empty text', textOf('')],
    ['an SMS text of 1,025 characters', textOf('x'.repeat(1_025))],
    ['a text of more than 16,384 bytes', textOf('é'.repeat(8_193))],
    ['a text in Markdown', { InitialSystemMessage: { ContentType: 'text/markdown', Content: '*Hi*' } }],
    ['a text without a content type', { InitialSystemMessage: { ContentType: undefined, Content: 'Hi' } }],
    [
      'both kinds of message',
      { InitialTemplatedSystemMessage: template(instanceMessageTemplates.appointment) },
    ],
    ['WhatsApp with a text', { ...byWhatsApp, ...textOf('Hi'), InitialTemplatedSystemMessage: undefined }],
    ['WhatsApp without a message', { ...byWhatsApp, InitialTemplatedSystemMessage: undefined }],
    [
      'a template of the other channel',
      {
        InitialSystemMessage: undefined,
        InitialTemplatedSystemMessage: template(instanceMessageTemplates.orderReady),
      },
    ],
    [
      'a template without its attributes',
      {
        ...byWhatsApp,
        InitialTemplatedSystemMessage: {
          ...template(instanceMessageTemplates.orderReady),
          TemplateAttributes: undefined,
        },
      },
    ],
    [
      'a template with one value missing',
      {
        ...byWhatsApp,
        InitialTemplatedSystemMessage: {
          ...template(instanceMessageTemplates.orderReady),
          TemplateAttributes: { CustomAttributes: { firstName: 'Dana' } },
        },
      },
    ],
    ['an empty related contact id', { RelatedContactId: '' }],
    ['content types without text/plain', { SupportedMessagingContentTypes: ['text/markdown'] }],
    ['no content types', { SupportedMessagingContentTypes: [] }],
    ['an unknown content type', { SupportedMessagingContentTypes: ['text/plain', 'text/html'] }],
    ['a token of 501 characters', { ClientToken: 't'.repeat(501) }],
  ])('is the answer to %s', async (_, input) => {
    expect(await refusalOf(start(input))).toMatchObject({ name: 'InvalidRequestException', status: 400 })
    expect(connect.messages).toEqual([])
  })

  // Sent without the SDK, because the SDK drops members that its model does not have.
  it('is the answer to a previous contact, which a chat does not have', () => {
    const body = new TextEncoder().encode(JSON.stringify({ PreviousContactId: 'call' }))
    const answer = () =>
      startOutboundChatContact.answer(
        { labels: new Map(), query: new URLSearchParams(), body },
        createInstanceState(demoSeed, () => now),
      )

    expect(answer).toThrow('StartOutboundChatContact has no member PreviousContactId.')
  })
})

describe('ResourceNotFoundException', () => {
  it.each<[string, Input]>([
    ['another instance', { InstanceId: 'a-different-instance' }],
    ['an unknown number', from(phoneNumberArn({ phoneNumberId: 'unknown' }))],
    ['a number of another instance of the account', from(phoneNumberArn(otherInstance))],
    ['a number of another account', from(phoneNumberArn(service).replace('111122223333', '444455556666'))],
    ['an unknown flow', { ContactFlowId: 'unknown' }],
    ['an unknown related contact', { RelatedContactId: 'unknown' }],
    [
      'an unknown template',
      {
        ...byWhatsApp,
        InitialTemplatedSystemMessage: {
          ...template(instanceMessageTemplates.orderReady),
          MessageTemplateId: 'unknown',
        },
      },
    ],
  ])('is the answer to %s', async (_, input) => {
    expect(await refusalOf(start(input))).toMatchObject({ name: 'ResourceNotFoundException', status: 404 })
    expect(connect.messages).toEqual([])
  })
})

describe('LimitExceededException', () => {
  it('is the answer while as many chats are active as the quota allows', async () => {
    connect.activeChatsLimit = 1
    await start({ ChatDurationInMinutes: 60 })
    await expect(start()).rejects.toBeInstanceOf(LimitExceededException)
    now += 60 * 60_000
    await expect(start()).resolves.toHaveProperty('ContactId')
    expect(connect.messages).toHaveLength(2)
  })

  it('does not count calls', async () => {
    connect.activeChatsLimit = 1
    await expect(start({ RelatedContactId: 'call' })).resolves.toHaveProperty('ContactId')
  })
})

describe('ConflictException', () => {
  it('arrives as the exception that the SDK defines', async () => {
    connect.failNext('StartOutboundChatContact', { kind: 'error', status: 409, type: 'ConflictException' })
    await expect(start()).rejects.toBeInstanceOf(ConflictException)
  })
})
