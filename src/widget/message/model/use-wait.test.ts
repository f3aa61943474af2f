import { expect, test } from 'vitest'
import type { MessageRules } from '../../../core/message/message-parts.ts'
import { isNeverRight, minuteAfter, waitOf } from './use-wait.ts'

const now = new Date('2026-03-10T14:05:00Z')

const rules: MessageRules = {
  senders: [],
  flows: [],
  texts: [],
  freeText: true,
  templates: [],
  recipients: 'anyone',
  customerNumber: '+12065550142',
  defaultCountry: 'US',
}

const quiet = { ...rules, quietUntil: '2026-03-10T16:00:00Z' }

test('a message to the customer waits until the quiet hours end', () => {
  expect(waitOf(quiet, '(206) 555-0142', now)).toEqual({
    for: 'quiet-hours',
    until: new Date('2026-03-10T16:00:00Z'),
  })
})

test('of two reasons, the panel shows the one that lasts longer', () => {
  const both = { ...quiet, nextMessageAt: '2026-03-10T17:00:00Z' }

  expect(waitOf(both, '+12065550142', now)?.for).toBe('message-interval')
})

test('the customer’s quiet hours say nothing about another number', () => {
  expect(waitOf(quiet, '+442079460958', now)).toBeUndefined()
})

test('a customer who may be anywhere gets no message at any time, and another number may', () => {
  const always = { ...rules, isAlwaysQuiet: true } as const

  expect(isNeverRight(always, '(206) 555-0142')).toBe(true)
  expect(isNeverRight(always, '+442079460958')).toBe(false)
  expect(isNeverRight(quiet, '+12065550142')).toBe(false)
})

test('a time that has passed is no reason to wait', () => {
  expect(waitOf(quiet, '+12065550142', new Date('2026-03-10T16:00:00Z'))).toBeUndefined()
})

const minuteAfterInterval = (at: string) => minuteAfter({ for: 'message-interval', until: new Date(at) })

test('an end within a minute is shown as the next full minute', () => {
  expect(minuteAfterInterval('2026-03-10T14:05:20Z')).toEqual(new Date('2026-03-10T14:06:00Z'))
  expect(minuteAfterInterval('2026-03-10T14:06:00Z')).toEqual(new Date('2026-03-10T14:06:00Z'))
})
