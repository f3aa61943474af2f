import { describe, expect, it } from 'vitest'
import { fieldsOfMessage } from '../../core/issues/field-path.ts'
import { messageRequest, messageRules } from '../../core/message/message-harness.ts'
import { messageOptionsPath, messagesPath } from './message-paths.ts'
import { messageOptionsSchema } from './message-options.ts'
import { messageAttemptOf, sendMessageSchema } from './message-request.ts'
import { messagesRuleSchema } from './messages-rule.ts'
import { sendMessageBody, sentMessageSchema } from './messages.ts'

const onTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

describe('the body of a message', () => {
  it.each([
    ['a text', messageRequest()],
    [
      'a template with every member',
      messageRequest({
        channel: 'whatsapp',
        message: { type: 'template', templateId: 'parcel', values: [{ name: 'day', value: 'Friday' }] },
        attributes: [{ key: 'city', value: 'Köln' }],
        displayName: 'Ms Park',
        durationMinutes: 60,
      }),
    ],
  ])('says %s as the panel has it', (_, request) => {
    const attempt = { clientToken: 't', request }

    expect(messageAttemptOf(sendMessageSchema.parse(onTheWire(sendMessageBody(attempt))))).toEqual(attempt)
  })

  it('has a line for every field of a request; text, template and its values are one', () => {
    const {
      clientToken: _,
      flowId: _flow,
      durationMinutes: _duration,
      message: _message,
      ...fields
    } = sendMessageSchema.shape
    const others = ['flow', 'duration', 'text', 'template', 'templateValues']

    expect([...Object.keys(fields), ...others].toSorted()).toEqual([...fieldsOfMessage].toSorted())
  })

  it.each([
    ['a text beside a template', { message: { text: 'Hello', templateId: 'parcel' } }],
    ['a link to a previous contact', { link: { type: 'previous', contactId: 'c' } }],
    ['a consent that is not true', { consent: false }],
    ['a member that it does not know', { kind: 'message' }],
  ])('cannot express %s', (_, more) => {
    const body = sendMessageBody({ clientToken: 't', request: messageRequest() })

    expect(sendMessageSchema.safeParse({ ...body, ...more }).success).toBe(false)
  })
})

it('reads what an agent may send, and overlooks what only a newer proxy says', () => {
  const { attributes: _, ...options } = messageRules
  const said = { ...options, everyMinutes: 10, quietUntil: '2027-01-01T08:00:00.000Z' }

  expect(messageOptionsSchema.parse({ ...said, mood: 'good' })).toEqual(said)
})

it('reads the contact of an accepted message', () => {
  expect(sentMessageSchema.parse({ contactId: 'c' })).toEqual({ contactId: 'c' })
  expect(sentMessageSchema.safeParse({ contactId: '' }).success).toBe(false)
})

it('asks for the options of a contact, or of none', () => {
  expect(messageOptionsPath()).toBe(`${messagesPath}/options`)
  expect(messageOptionsPath('a b')).toBe(`${messagesPath}/options?contactId=a%20b`)
})

it('reads the rule of a policy', () => {
  const rule = { recipients: { countries: ['GB'] }, everyMinutes: 30 }

  expect(messagesRuleSchema.parse(rule)).toEqual(rule)
  expect(messagesRuleSchema.safeParse({ recipients: 'everyone' }).success).toBe(false)
})
