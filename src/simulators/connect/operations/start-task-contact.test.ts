import {
  DescribeContactCommand,
  StartTaskContactCommand,
  type StartTaskContactCommandInput,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { agentArn, ana, type InstanceContact, instanceArn, instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { demoFlows, demoQuickConnects } from '../state/demo-seed.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'

const nine = Date.UTC(2026, 10, 20, 9)
let now = nine
const connect = await startConnectSimulator({ now: () => now })
const client = sdkClient(connect)

const contact = (contactId: string, differs: Partial<InstanceContact> = {}): InstanceContact => ({
  contactId,
  initialContactId: null,
  channel: 'VOICE',
  state: 'CONNECTED',
  accepted: true,
  name: null,
  attributes: {},
  ...differs,
})

const flowId = demoFlows.callbackRequests.flowId
const start = (input: Partial<StartTaskContactCommandInput> = {}) =>
  client.send(
    new StartTaskContactCommand({
      InstanceId: instanceId,
      Name: 'Call back',
      ContactFlowId: flowId,
      ...input,
    }),
  )
const describeTask = (contactId: string | undefined) =>
  client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId }))

beforeEach(() => {
  connect.reset()
  now = nine
  connect.setContacts(ana.userId, [
    contact('call', { initialContactId: 'root', attributes: { orderId: '42', city: 'Köln' } }),
    contact('email', { channel: 'EMAIL' }),
    contact('full', { attributes: { big: 'x'.repeat(20_000) } }),
  ])
})

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('a task that is created', () => {
  it('is stored with all received members', async () => {
    connect.attachmentFetch = 'on-command'
    const { ContactId } = await start({
      Description: 'About the refund',
      RelatedContactId: 'call',
      Attributes: { orderId: '43' },
      References: { Order: { Type: 'URL', Value: 'https://shop.example/orders/43' } },
      ScheduledTime: new Date(nine + 3_600_000),
      SegmentAttributes: {
        'connect:CreatedByUser': { ValueString: agentArn(ana) },
        'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 135 } } },
      },
      Attachments: [{ FileName: 'receipt.pdf', S3Url: 'https://bucket.example/receipt.pdf' }],
      ClientToken: 'attempt-1',
    })
    expect(connect.tasks).toEqual([
      {
        contactId: ContactId,
        instanceId,
        name: 'Call back',
        description: 'About the refund',
        flowId,
        relatedContactId: 'call',
        attributes: { orderId: '43' },
        contactAttributes: { orderId: '43', city: 'Köln' },
        references: { Order: { type: 'URL', value: 'https://shop.example/orders/43' } },
        scheduledTime: nine / 1_000 + 3_600,
        createdByUser: agentArn(ana),
        expiryMinutes: 135,
        attachments: [{ fileName: 'receipt.pdf', s3Url: 'https://bucket.example/receipt.pdf' }],
        clientToken: 'attempt-1',
        createdAt: nine,
      },
    ])
  })

  it('has its schedule in whole seconds in the log', async () => {
    await start({ ScheduledTime: new Date(nine + 60_000) })
    expect(connect.received[0]?.body).toContain(`"ScheduledTime":${nine / 1_000 + 60}`)
  })

  it('is a contact that can be described', async () => {
    const { ContactId } = await start({
      RelatedContactId: 'call',
      ScheduledTime: new Date(nine + 60_000),
      SegmentAttributes: { 'connect:CreatedByUser': { ValueString: agentArn(ana) } },
    })
    const { Contact } = await describeTask(ContactId)
    expect(Contact).toEqual({
      Id: ContactId,
      Arn: `${instanceArn}/contact/${ContactId}`,
      RelatedContactId: 'call',
      Channel: 'TASK',
      InitiationMethod: 'API',
      Name: 'Call back',
      Attributes: { orderId: '42', city: 'Köln' },
      SegmentAttributes: { 'connect:CreatedByUser': { ValueString: agentArn(ana) } },
      InitiationTimestamp: new Date(nine),
      ScheduledTimestamp: new Date(nine + 60_000),
    })
  })

  it('joins the chain of its previous contact', async () => {
    const { ContactId } = await start({ PreviousContactId: 'call' })
    const { Contact } = await describeTask(ContactId)
    expect(Contact).toMatchObject({ PreviousContactId: 'call', InitialContactId: 'root' })
  })

  it('can be the linked contact of another task', async () => {
    const { ContactId } = await start()
    await start({ PreviousContactId: ContactId })
    expect(connect.tasks[1]?.previousContactId).toBe(ContactId)
  })

  it('keeps an attribute named __proto__', async () => {
    await start({ Attributes: Object.fromEntries([['__proto__', 'text']]) })
    expect(Object.entries(connect.tasks[0]?.attributes ?? {})).toEqual([['__proto__', 'text']])
  })
})

describe('StartTaskContact', () => {
  const emoji = '😀'
  it.each<[string, Partial<StartTaskContactCommandInput>]>([
    ['an instance named by its ARN', { InstanceId: instanceArn }],
    ['an empty name', { Name: '' }],
    ['a name of 1,024 emoji', { Name: emoji.repeat(1_024) }],
    ['a description of 4,096 characters', { Description: 'x'.repeat(4_096) }],
    [
      'a quick connect of an agent',
      { ContactFlowId: undefined, QuickConnectId: demoQuickConnects.ben.quickConnectId },
    ],
    [
      'a quick connect of a queue',
      { ContactFlowId: undefined, QuickConnectId: demoQuickConnects.billing.quickConnectId },
    ],
    ['related to an email', { RelatedContactId: 'email' }],
    ['attributes of exactly 32,768 bytes', { Attributes: { k: 'x'.repeat(32_767) } }],
    [
      'an inherited attribute replaced by a smaller one',
      { RelatedContactId: 'full', Attributes: { big: 'x'.repeat(32_000) } },
    ],
    ['an empty attribute value', { Attributes: { k: '' } }],
    [
      'references of exactly 4,096 bytes',
      { References: { n: { Type: 'STRING', Value: 'x'.repeat(4_095) } } },
    ],
    ['a reference without a value', { References: { n: { Type: 'STRING' } } }],
    ['a negative decimal', { References: { n: { Type: 'NUMBER', Value: '-2.5' } } }],
    ['a date in epoch seconds', { References: { n: { Type: 'DATE', Value: '1790856000' } } }],
    ['a date before 1970', { References: { n: { Type: 'DATE', Value: '-86400' } } }],
    ['an email address', { References: { n: { Type: 'EMAIL', Value: 'a@b.example' } } }],
    ['scheduled one second ahead', { ScheduledTime: new Date(nine + 1_000) }],
    ['scheduled exactly six days ahead', { ScheduledTime: new Date(nine + 6 * 86_400_000) }],
    [
      'scheduled 30 days ahead with an expiry of 60',
      { ScheduledTime: new Date(nine + 30 * 86_400_000), SegmentAttributes: expiry(86_400) },
    ],
    ['an expiry of 129,600 minutes', { SegmentAttributes: expiry(129_600) }],
    ['a token of 500 characters', { ClientToken: 't'.repeat(500) }],
  ])('accepts %s', async (_, input) => {
    await expect(start(input)).resolves.toHaveProperty('ContactId')
  })
})

function expiry(minutes: number): StartTaskContactCommandInput['SegmentAttributes'] {
  return { 'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: minutes } } } }
}

const reference = (type: 'URL' | 'NUMBER' | 'DATE' | 'EMAIL' | 'STRING' | 'ATTACHMENT', value: string) => ({
  References: { n: { Type: type, Value: value } },
})

describe('InvalidParameterException', () => {
  const file = { FileName: 'a.pdf', S3Url: 'https://bucket.example/a.pdf' }

  it.each<[string, Partial<StartTaskContactCommandInput>]>([
    ['no instance', { InstanceId: undefined }],
    ['no name', { Name: undefined }],
    ['a name of 1,025 characters', { Name: 'x'.repeat(1_025) }],
    ['a description of 4,097 characters', { Description: 'x'.repeat(4_097) }],
    ['an empty flow id', { ContactFlowId: '' }],
    ['a flow id of 501 characters', { ContactFlowId: 'x'.repeat(501) }],
    ['an empty quick connect id', { QuickConnectId: '' }],
    ['an empty template id', { TaskTemplateId: '' }],
    ['an empty previous contact id', { PreviousContactId: '' }],
    ['an empty related contact id', { RelatedContactId: '' }],
    ['a related contact id of 257 characters', { RelatedContactId: 'x'.repeat(257) }],
    ['an attribute key with a space', { Attributes: { 'a b': '' } }],
    ['an attribute key with a full stop', { Attributes: { 'a.b': '' } }],
    ['an attribute key with a dollar sign', { Attributes: { $x: '' } }],
    ['an attribute key with an accent', { Attributes: { é: '' } }],
    ['an empty attribute key', { Attributes: { '': '' } }],
    ['an attribute value of 32,768 characters', { Attributes: { k: 'x'.repeat(32_768) } }],
    ['references of 4,097 bytes', reference('STRING', 'x'.repeat(4_096))],
    [
      'references whose names fill the bytes',
      { References: { ['é'.repeat(2_049)]: { Type: 'STRING', Value: '' } } },
    ],
    ['an empty reference name', { References: { '': { Type: 'STRING', Value: '' } } }],
    ['an attachment as a reference', reference('ATTACHMENT', 'x')],
    ['a script as a URL', reference('URL', 'javascript:alert(1)')],
    ['a URL without a scheme', reference('URL', 'www.example.com')],
    ['a decimal comma', reference('NUMBER', '1,5')],
    ['a word as a number', reference('NUMBER', 'NaN')],
    ['a blank as a number', reference('NUMBER', ' ')],
    ['a date in ISO 8601', reference('DATE', '2026-10-01T12:00:00Z')],
    ['a date in milliseconds', reference('DATE', '1790856000000')],
    ['an email address with a space', reference('EMAIL', 'a b@c.example')],
    ['a schedule in the past', { ScheduledTime: new Date(nine - 1_000) }],
    ['a schedule right now', { ScheduledTime: new Date(nine) }],
    ['a schedule beyond six days', { ScheduledTime: new Date(nine + 6 * 86_400_000 + 1_000) }],
    ['a schedule with a fraction of a second', { ScheduledTime: new Date(nine + 60_500) }],
    [
      'a schedule beyond 90 days',
      { ScheduledTime: new Date(nine + 90 * 86_400_000 + 1_000), SegmentAttributes: expiry(129_600) },
    ],
    ['an expiry of no minutes', { SegmentAttributes: expiry(0) }],
    ['an expiry of 129,601 minutes', { SegmentAttributes: expiry(129_601) }],
    ['an expiry as a text', { SegmentAttributes: { 'connect:ContactExpiry': { ValueString: '135' } } }],
    [
      'a creator who is not a user of the instance',
      { SegmentAttributes: { 'connect:CreatedByUser': { ValueString: `${instanceArn}/agent/nobody` } } },
    ],
    ['a creator by name', { SegmentAttributes: { 'connect:CreatedByUser': { ValueString: 'ana' } } }],
    [
      'a creator as ValueArn',
      { SegmentAttributes: { 'connect:CreatedByUser': { ValueArn: agentArn(ana) } } },
    ],
    ['an unknown segment attribute', { SegmentAttributes: { tier: { ValueString: 'gold' } } }],
    ['an empty list of attachments', { Attachments: [] }],
    ['six attachments', { Attachments: [file, file, file, file, file, file] }],
    ['an attachment URL of 2,001 characters', { Attachments: [{ ...file, S3Url: 'x'.repeat(2_001) }] }],
    ['a token of 501 characters', { ClientToken: 't'.repeat(501) }],
  ])('is the answer to %s', async (_, input) => {
    expect(await refusalOf(start(input))).toMatchObject({ name: 'InvalidParameterException', status: 400 })
    expect(connect.tasks).toEqual([])
  })
})

describe('InvalidRequestException', () => {
  const only = { ContactFlowId: undefined }

  it.each<[string, Partial<StartTaskContactCommandInput>]>([
    ['no flow source', only],
    ['a flow and a quick connect', { QuickConnectId: demoQuickConnects.ben.quickConnectId }],
    ['a flow and a template', { TaskTemplateId: 'template' }],
    ['a saved flow', { ContactFlowId: demoFlows.saved.flowId }],
    ['an archived flow', { ContactFlowId: demoFlows.archived.flowId }],
    ['a whisper flow', { ContactFlowId: demoFlows.agentWhisper.flowId }],
    ['a transfer flow', { ContactFlowId: demoFlows.queueTransfer.flowId }],
    [
      'a quick connect with a phone number',
      { ...only, QuickConnectId: demoQuickConnects.headOffice.quickConnectId },
    ],
    ['a quick connect with a flow', { ...only, QuickConnectId: demoQuickConnects.survey.quickConnectId }],
    ['both kinds of link', { PreviousContactId: 'call', RelatedContactId: 'call' }],
    ['an email as previous contact', { PreviousContactId: 'email' }],
    ['attributes of 32,769 bytes', { Attributes: { kk: 'x'.repeat(32_767) } }],
    [
      'attributes that overflow with the inherited ones',
      { RelatedContactId: 'full', Attributes: { k: 'x'.repeat(20_000) } },
    ],
    [
      'a schedule after the expiry',
      { ScheduledTime: new Date(nine + 7_200_000), SegmentAttributes: expiry(120) },
    ],
  ])('is the answer to %s', async (_, input) => {
    expect(await refusalOf(start(input))).toMatchObject({ name: 'InvalidRequestException', status: 400 })
    expect(connect.tasks).toEqual([])
  })
})

describe('ResourceNotFoundException', () => {
  it.each<[string, Partial<StartTaskContactCommandInput>]>([
    ['another instance', { InstanceId: 'a-different-instance' }],
    ['an unknown flow', { ContactFlowId: 'unknown' }],
    ['an unknown quick connect', { ContactFlowId: undefined, QuickConnectId: 'unknown' }],
    ['any template', { ContactFlowId: undefined, TaskTemplateId: 'unknown' }],
    ['an unknown related contact', { RelatedContactId: 'unknown' }],
    ['an unknown previous contact', { PreviousContactId: 'unknown' }],
  ])('is the answer to %s', async (_, input) => {
    expect(await refusalOf(start(input))).toMatchObject({ name: 'ResourceNotFoundException', status: 404 })
  })
})

describe('tasks that share a previous contact', () => {
  it('are at most twelve', async () => {
    await Promise.all(Array.from({ length: 12 }, () => start({ PreviousContactId: 'call' })))
    const thirteenth = await refusalOf(start({ PreviousContactId: 'call' }))
    expect(thirteenth).toMatchObject({ name: 'ServiceQuotaExceededException', status: 402 })
  })

  it('do not include tasks that are only related', async () => {
    await Promise.all(Array.from({ length: 13 }, () => start({ RelatedContactId: 'call' })))
    await expect(start({ PreviousContactId: 'call' })).resolves.toHaveProperty('ContactId')
  })
})

describe('a repeated client token', () => {
  const again = { ClientToken: 'attempt-1', ScheduledTime: new Date(nine + 1_000) }

  it('returns the same contact, even when the schedule has passed', async () => {
    const first = await start(again)
    now += 5_000
    const second = await start(again)
    expect(second.ContactId).toBe(first.ContactId)
    expect(connect.tasks).toHaveLength(1)
  })

  it('is refused with other content', async () => {
    await start(again)
    const edited = await refusalOf(start({ ...again, Name: 'Edited' }))
    expect(edited).toMatchObject({ name: 'InvalidRequestException', status: 400 })
  })

  it('is refused in the mode `refuse`', async () => {
    connect.clientTokens = 'refuse'
    await start(again)
    expect(await refusalOf(start(again))).toMatchObject({ name: 'InvalidRequestException', status: 400 })
    expect(connect.tasks).toHaveLength(1)
  })

  it('is forgotten after the time that the mode names', async () => {
    connect.clientTokens = { forgetAfterMs: 5_000 }
    const request = { ClientToken: 'attempt-1' }
    const first = await start(request)
    now += 4_999
    expect((await start(request)).ContactId).toBe(first.ContactId)
    now += 1
    expect((await start(request)).ContactId).not.toBe(first.ContactId)
    expect(connect.tasks).toHaveLength(2)
  })

  it('creates a second task in the mode `forget`', async () => {
    connect.clientTokens = 'forget'
    const first = await start(again)
    const second = await start(again)
    expect(second.ContactId).not.toBe(first.ContactId)
    expect(connect.tasks).toHaveLength(2)
  })
})
