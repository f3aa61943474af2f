import { expect, test } from 'vitest'
import type { FieldErrors } from 'react-hook-form'
import { emptyMessageDraft } from '../../../core/message/message-draft.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { language } from '../../../i18n/en/first-words.ts'
import { createFormats } from '../../../i18n/formats/formats.ts'
import { listMessageErrors } from './list-message-errors.ts'
import { messageResolver } from './message-resolver.ts'

const now = new Date('2026-03-10T14:05:00Z')
const formats = createFormats('en-GB', 'Europe/London')

const rules: MessageRules = {
  senders: [{ phoneNumberId: 'service', number: '+12065550100', channels: ['sms', 'whatsapp'] }],
  flows: [{ flowId: 'answers', name: 'Answers' }],
  texts: [],
  freeText: true,
  templates: [{ templateId: 'refund', name: 'Refund', channel: 'whatsapp', attributes: ['amount'] }],
  recipients: 'anyone',
}

async function complaintsOf(draft: Partial<MessageDraft>, known = { rules, isContactUndecided: false }) {
  const words = (await language.loadTextMessage())(formats)
  const late = (await language.loadLate())(formats)
  const whole = { ...emptyMessageDraft, ...draft }
  const options = { fields: {}, shouldUseNativeValidation: false } as const
  const { errors } = await messageResolver(known, now, late.errors)(whole, undefined, options)
  const found: FieldErrors<MessageDraft> = errors
  return listMessageErrors(found, whole, { words, late }).map(({ path, label }) => `${path}: ${label}`)
}

test('an empty message complains at each field, in the order of the form', async () => {
  expect(await complaintsOf({})).toEqual([
    'to: To',
    'text: Message',
    'from: From',
    'flowId: Where the answer goes',
    'hasConsent: Agreed to get this text',
  ])
})

test('a value that a template asks for is named as people write it', async () => {
  expect(
    await complaintsOf({
      channel: 'whatsapp',
      from: 'service',
      to: '+12065550142',
      flowId: 'answers',
      templateId: 'refund',
      templateValues: [{ name: 'amount', value: '' }],
      hasConsent: true,
    }),
  ).toEqual(['templateValues.0.value: Amount'])
})

test('a message that could be about several contacts asks which', async () => {
  expect(await complaintsOf({}, { rules, isContactUndecided: true })).toContain('link: Contact')
})
