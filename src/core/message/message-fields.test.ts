import { describe, expect, it } from 'vitest'
import { fieldsOfMessage, formatFieldPath, isRowPath } from '../issues/field-path.ts'
import { isMessageDraft, isMessageRequest } from './any-draft.ts'
import { checkMessage } from './check-message.ts'
import { usualDurationMinutes } from './fields/duration.ts'
import { emptyMessageDraft, sameMessageDraft } from './message-draft.ts'
import { messageFields } from './message-fields.ts'
import {
  messageCircumstances,
  messageDraft,
  messageRequest,
  messageRules,
  smsNumber,
  whatsAppNumber,
} from './message-harness.ts'
import type { MessageRequest } from './message-parts.ts'
import { blankMessageDraft, prepareMessage } from './prepare-message.ts'
import { startOutboundChat } from './start-outbound-chat.ts'
import { emptyDraft } from '../task/task-draft.ts'

const origin = {
  instanceId: 'i',
  clientToken: 't',
  phoneNumberArn: 'arn:aws:connect:eu-west-2:1:phone-number/1',
  knowledgeBaseId: 'kb',
}

function called(request: MessageRequest) {
  const check = checkMessage(request, messageCircumstances())
  return check.ok ? startOutboundChat(check.message, origin) : check.issues
}

describe('the table of fields', () => {
  it('has a line for every member of a draft; a template and its values belong to the text', () => {
    const { kind: _, templateId: _template, templateValues: _values, ...members } = emptyMessageDraft

    expect(Object.keys(messageFields).toSorted()).toEqual(Object.keys(members).toSorted())
  })

  it('leads a draft with every field filled in to Connect', () => {
    const prepared = prepareMessage(
      messageDraft({
        displayName: 'Ms Park',
        duration: { amount: '2', unit: 'hours' },
        attributes: [{ key: 'city', value: 'Köln' }],
      }),
      messageCircumstances(),
    )

    expect(prepared.ok && called(prepared.request)).toEqual({
      InstanceId: 'i',
      ClientToken: 't',
      SourceEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN', Address: origin.phoneNumberArn },
      DestinationEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+447911123456' },
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:SMS' } },
      ContactFlowId: 'flow-1',
      InitialSystemMessage: { ContentType: 'text/plain', Content: 'Your parcel comes today.' },
      ParticipantDetails: { DisplayName: 'Ms Park' },
      ChatDurationInMinutes: 120,
      RelatedContactId: 'c',
      Attributes: { city: 'Köln' },
      SupportedMessagingContentTypes: ['text/plain'],
    })
  })

  it('leads a template with its values to Connect', () => {
    const prepared = prepareMessage(
      messageDraft({
        channel: 'whatsapp',
        from: whatsAppNumber,
        templateId: 'parcel',
        templateValues: [
          { name: 'name', value: 'Ms Park' },
          { name: 'day', value: 'Friday ' },
        ],
      }),
      messageCircumstances(),
    )

    expect(prepared.ok && called(prepared.request)).toEqual({
      InstanceId: 'i',
      ClientToken: 't',
      SourceEndpoint: { Type: 'CONNECT_PHONENUMBER_ARN', Address: origin.phoneNumberArn },
      DestinationEndpoint: { Type: 'TELEPHONE_NUMBER', Address: '+447911123456' },
      SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:WhatsApp' } },
      ContactFlowId: 'flow-1',
      InitialTemplatedSystemMessage: {
        KnowledgeBaseId: 'kb',
        MessageTemplateId: 'parcel',
        TemplateAttributes: { CustomAttributes: { name: 'Ms Park', day: 'Friday' } },
      },
      RelatedContactId: 'c',
      SupportedMessagingContentTypes: ['text/plain'],
    })
  })

  it('supports text/plain once beside the content types of the rules', () => {
    const check = checkMessage(messageRequest(), messageCircumstances())
    const contentTypes = ['text/markdown', 'text/plain']

    expect(check.ok && startOutboundChat(check.message, { ...origin, contentTypes })).toMatchObject({
      SupportedMessagingContentTypes: ['text/plain', 'text/markdown'],
    })
  })

  it('lets a chat last as the rules say, or 25 hours as Connect says', () => {
    expect([usualDurationMinutes({ durationMinutes: 60 }), usualDurationMinutes({})]).toEqual([60, 25 * 60])
  })

  it('complains about every field of an empty message at a field of messages', () => {
    const prepared = prepareMessage(emptyMessageDraft, messageCircumstances({ senders: [], flows: [] }))
    const issues = prepared.ok ? [] : prepared.issues
    const fields: readonly string[] = fieldsOfMessage

    expect(issues.map(({ field, code }) => `${formatFieldPath(field)} ${code}`)).toEqual([
      'to number-missing',
      'channel channel-not-offered',
      'text text-missing',
      'from sender-missing',
      'flow flow-missing',
      'consent consent-missing',
    ])
    expect(issues.every(({ field }) => isRowPath(field) || fields.includes(field))).toBe(true)
  })
})

describe('a new message', () => {
  it('goes to the customer of the contact, from the only number and to the only flow', () => {
    expect(blankMessageDraft(messageRules, 'c')).toEqual({
      ...emptyMessageDraft,
      to: '+44 7911 123456',
      from: smsNumber,
      flowId: 'flow-1',
    })
  })

  it('has no consent and no link without a contact', () => {
    const { customerNumber: _, ...rules } = { ...messageRules, recipients: 'anyone' as const }

    expect(blankMessageDraft(rules, undefined)).toMatchObject({ to: '', link: 'none', hasConsent: false })
  })

  it('is the same draft as long as only an empty row was added', () => {
    const withRow = { ...emptyMessageDraft, attributes: [{ key: '', value: '' }] }

    expect(sameMessageDraft(emptyMessageDraft, withRow)).toBe(true)
    expect(sameMessageDraft(emptyMessageDraft, { ...withRow, text: 'Hello' })).toBe(false)
  })

  it('is told from a task by its kind', () => {
    expect([emptyDraft, emptyMessageDraft].map(isMessageDraft)).toEqual([false, true])
    expect(isMessageRequest(messageRequest())).toBe(true)
    expect(isMessageRequest({ name: 'n', references: [], attributes: [] })).toBe(false)
  })
})
