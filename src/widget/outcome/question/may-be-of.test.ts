import { expect, test } from 'vitest'
import type { TaskOfContact } from '../../../contract/tasks/tasks-of-contact.ts'
import { mayBeOf } from './may-be-of.ts'

const sentAt = Date.parse('2026-11-22T10:42:00Z')
const attempt = { clientToken: 't', request: {} }
const isCandidate = (task: Partial<TaskOfContact>) =>
  mayBeOf(
    { attempt, firstSentAt: sentAt },
    { contactId: 'c', state: 'waiting', isMine: true, canStop: false, canReschedule: false, ...task },
  )

test('a task of the agent that began after the attempt may be its task, with a minute between the clocks', () => {
  expect(isCandidate({ createdAt: '2026-11-22T10:41:00Z' })).toBe(true)
  expect(isCandidate({ createdAt: '2026-11-22T11:42:00Z' })).toBe(true)
  // Connect does not yet report when the task was created.
  expect(isCandidate({})).toBe(true)
})

test('an older task, and a task of a colleague, is not', () => {
  expect(isCandidate({ createdAt: '2026-11-22T10:40:59Z' })).toBe(false)
  expect(isCandidate({ createdAt: '2026-11-22T11:42:00Z', isMine: false })).toBe(false)
})
