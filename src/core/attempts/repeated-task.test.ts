import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRepeatOf, taskFingerprint, type RepeatableTask } from './repeated-task.ts'
import type { TaskRequest } from '../task/task-parts.ts'

const request: TaskRequest = {
  name: 'Call back about the refund',
  destination: { type: 'flow', flowId: 'callbacks' },
  link: { type: 'related', contactId: 'call' },
  references: [],
  attributes: [{ key: 'orderId', value: '48213' }],
}

const createdAt = Date.parse('2026-11-23T10:42:00Z')
const after = (minutes: number) => new Date(createdAt + minutes * 60_000)

const created: RepeatableTask = { fingerprint: taskFingerprint(request), createdAt }

describe('a repeat of a created task', () => {
  it('is the same content for the same contact within ten minutes', () => {
    expect(isRepeatOf({ ...request }, created, after(0))).toBe(true)
    expect(isRepeatOf(request, created, after(9.99))).toBe(true)
    expect(isRepeatOf(request, created, after(10))).toBe(false)
  })

  it.each<[string, Partial<TaskRequest>]>([
    ['another text', { name: 'Call back' }],
    ['a description', { description: 'Before noon.' }],
    ['another destination', { destination: { type: 'flow', flowId: 'refunds' } }],
    ['another contact', { link: { type: 'related', contactId: 'chat' } }],
    ['another kind of link', { link: { type: 'previous', contactId: 'call' } }],
    ['another attribute', { attributes: [{ key: 'orderId', value: '48214' }] }],
    ['a reference', { references: [{ name: 'Order', type: 'NUMBER', value: '1' }] }],
    ['a time of its own', { scheduledTime: after(60) }],
  ])('is not a task with %s', (_, more) => {
    expect(isRepeatOf({ ...request, ...more }, created, after(1))).toBe(false)
  })

  it('is also a task that starts some minutes later, as “in 30 minutes” does at each press', () => {
    const scheduled = { ...created, scheduledAt: after(30).getTime() }

    expect(isRepeatOf({ ...request, scheduledTime: after(32) }, scheduled, after(2))).toBe(true)
    expect(isRepeatOf({ ...request, scheduledTime: after(90) }, scheduled, after(2))).toBe(false)
    expect(isRepeatOf(request, scheduled, after(2))).toBe(false)
  })

  it('is also a task of a template that has changed since', () => {
    const from = (revision: string): TaskRequest => ({
      ...request,
      destination: { type: 'template', templateId: 't', revision },
    })

    expect(taskFingerprint(from('a'))).toBe(taskFingerprint(from('b')))
    expect(taskFingerprint(from('a'))).not.toBe(taskFingerprint(request))
  })

  it('is none once the first task was undone, and where no hash is kept', () => {
    expect(isRepeatOf(request, { ...created, endedAt: createdAt + 1 }, after(1))).toBe(false)
    expect(isRepeatOf(request, { createdAt }, after(1))).toBe(false)
  })

  it('is recognised by a hash that holds no text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, other) => {
        const hash = taskFingerprint({ ...request, name })

        expect(hash).toMatch(/^[0-9a-f]{1,32}$/)
        expect(hash === taskFingerprint({ ...request, name: other })).toBe(name === other)
      }),
    )
  })
})
