import type { MessageDraftCircumstances } from './prepare-message.ts'
import { emptyMessageDraft } from './message-draft.ts'
import type { MessageDraft, MessageRequest, MessageRules } from './message-parts.ts'

export const smsNumber = 'aaaaaaaa-1111-4000-8000-000000000001'
export const whatsAppNumber = 'aaaaaaaa-1111-4000-8000-000000000002'

/** The options of an agent for a contact whose customer has this number. */
export const messageRules: MessageRules = {
  senders: [
    { phoneNumberId: smsNumber, number: '+442079460999', channels: ['sms'] },
    { phoneNumberId: whatsAppNumber, number: '+442079460998', channels: ['whatsapp'] },
  ],
  flows: [{ flowId: 'flow-1', name: 'Answers to messages' }],
  texts: [],
  freeText: true,
  templates: [
    { templateId: 'parcel', name: 'Parcel', channel: 'whatsapp', attributes: ['name', 'day'] },
    { templateId: 'reminder', name: 'Reminder', channel: 'sms', attributes: [] },
  ],
  recipients: 'linked-contact',
  customerNumber: '+447911123456',
  defaultCountry: 'GB',
}

export const messageCircumstances = (rules: Partial<MessageRules> = {}): MessageDraftCircumstances => ({
  now: new Date('2027-01-01T12:00:00Z'),
  contactId: 'c',
  rules: { ...messageRules, ...rules },
})

/** A text that may be sent under `messageRules`. */
export const messageDraft = (more: Partial<MessageDraft> = {}): MessageDraft => ({
  ...emptyMessageDraft,
  from: smsNumber,
  to: '07911 123456',
  text: 'Your parcel comes today.',
  flowId: 'flow-1',
  hasConsent: true,
  ...more,
})

export const messageRequest = (more: Partial<MessageRequest> = {}): MessageRequest => ({
  kind: 'message',
  channel: 'sms',
  from: smsNumber,
  to: '+447911123456',
  message: { type: 'text', text: 'Your parcel comes today.' },
  flowId: 'flow-1',
  link: { type: 'related', contactId: 'c' },
  attributes: [],
  hasConsent: true,
  ...more,
})
