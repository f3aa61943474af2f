import { expect, test } from 'vitest'
import type { MessageRules } from '../../../core/message/message-parts.ts'
import { sendBlockOf } from './send-block.ts'

const now = new Date('2026-03-10T14:05:00Z')

const anyone: MessageRules = {
  senders: [],
  flows: [],
  texts: [],
  freeText: true,
  templates: [],
  recipients: 'anyone',
  defaultCountry: 'US',
}
const onlyCustomers: MessageRules = { ...anyone, recipients: 'linked-contact' }
const known = { ...onlyCustomers, customerNumber: '+12065550142' }

const why = (rules: MessageRules, { to = '+12065550142', hasContact = true } = {}) =>
  sendBlockOf(rules, { to, hasContact }, now)?.why

test('nothing stands in the way of a message that the agent can finish, also before there is a number', () => {
  expect(why(known)).toBeUndefined()
  expect(why(anyone, { to: '', hasContact: false })).toBeUndefined()
})

test('without a contact or its number, no message can go to the customer alone', () => {
  expect(why(onlyCustomers, { to: '', hasContact: false })).toBe('contact-missing')
  expect(why(onlyCustomers, { to: '' })).toBe('number-missing')
})

test('a customer for whom it is always quiet time gets none', () => {
  expect(why({ ...known, isAlwaysQuiet: true })).toBe('never')
})

test('the message waits until quiet time ends', () => {
  expect(why({ ...known, quietUntil: '2026-03-10T16:00:00Z' })).toBe('wait')
})
