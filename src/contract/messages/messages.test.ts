import { describe, expect, it } from 'vitest'
import { fieldsOfMessage } from '../../core/issues/field-path.ts'
import { messageRequest, messageRules } from '../../core/message/message-harness.ts'
import { memberName } from '../parsing/member-name.ts'
import { mistakeWords } from '../parsing/mistake-words.ts'
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

  it('takes as many values as a template of a policy may ask for: 100', () => {
    const body = sendMessageBody({ clientToken: 't', request: messageRequest() })
    const withValues = (length: number) => ({
      ...body,
      message: { templateId: 'parcel', values: Array.from({ length }, () => ({ name: 'n', value: 'v' })) },
    })

    expect(sendMessageSchema.safeParse(withValues(100)).success).toBe(true)
    expect(sendMessageSchema.safeParse(withValues(101)).success).toBe(false)
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

describe('the rule of a policy', () => {
  it('is read as it is written', () => {
    const rule = { recipients: { countries: ['GB'] }, everyMinutes: 1, durationMinutes: 60 }

    expect(messagesRuleSchema.parse(rule)).toEqual(rule)
  })

  it.each([
    ['recipients', { recipients: 'everyone' }, 'must be one of the shapes that are allowed here'],
    ['everyMinutes', { everyMinutes: 0 }, 'must be 1 at the least'],
    ['everyMinutes', { everyMinutes: 10_081 }, 'must be 10080 at the most'],
    ['everyMinutes', { everyMinutes: 1.5 }, 'must be a whole number'],
    ['durationMinutes', { durationMinutes: 59 }, 'must be 60 at the least'],
    ['durationMinutes', { durationMinutes: 10_081 }, 'must be 10080 at the most'],
    ['senders[0].phoneNumberId', { senders: [{ phoneNumberId: 'arn:aws:connect:1' }] }, 'is an ARN'],
    ['senders[0].channels', { senders: [{ phoneNumberId: 'p', channels: [] }] }, 'must not be empty'],
    ['defaultCountry', { defaultCountry: 'UK' }, 'must be a country with telephone numbers'],
    ['quietHours.to', { quietHours: { from: '08:00', to: '08:00' } }, 'must be another time than from'],
  ])('has a mistake in %s that is said in words', (path, rule, words) => {
    const issues = messagesRuleSchema.safeParse(rule).error?.issues ?? []

    expect(issues.map((issue) => `${memberName(issue.path)} ${mistakeWords(issue)}`)).toEqual([
      expect.stringContaining(`${path} ${words}`),
    ])
  })
})
