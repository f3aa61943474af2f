import { expect, test } from 'vitest'
import type { TaskRequest } from '../../../core/task/task-parts.ts'
import { whyNotAnyMore, type SendingRules } from './panel-submissions.ts'

const now = new Date('2026-11-22T09:00:00Z')
const rules: SendingRules = { now, scheduleHorizonDays: 6, isBlocked: false }
const request: TaskRequest = {
  name: 'Call back',
  destination: { type: 'flow', flowId: 'f' },
  references: [],
  attributes: [],
}

test('a task that waited is sent if it still keeps the rules', () => {
  expect(whyNotAnyMore(request, rules)).toBeUndefined()
})

test('a task whose start has passed meanwhile is not sent, and its time is marked', () => {
  expect(whyNotAnyMore({ ...request, scheduledTime: now }, rules)).toMatchObject({
    code: 'invalid',
    outcome: 'not-created',
    issues: [{ field: 'scheduledTime' }],
  })
})

test('a task is judged by the rules of the organisation as they are now', () => {
  const fieldRules = { description: { isRequired: true } } as const

  expect(whyNotAnyMore(request, { ...rules, fieldRules })?.issues).toHaveLength(1)
})

test('a task is not sent in the name of an agent who has left the CCP', () => {
  expect(whyNotAnyMore(request, { ...rules, isBlocked: true })).toMatchObject({ code: 'another-agent' })
})
