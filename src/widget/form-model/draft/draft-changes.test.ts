import { createFormControl } from 'react-hook-form'
import { describe, expect, it } from 'vitest'
import { emptyDraft } from '../../../core/task/task-draft.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { attributeChanges, onDraftChange } from './draft-changes.ts'

function listenedForm() {
  const form = createFormControl<TaskDraft, unknown, TaskRequest>({
    defaultValues: { ...emptyDraft, attributes: [{ key: 'orderId', value: '' }] },
  })
  const calls: string[] = []
  const stop = onDraftChange(form, () => calls.push('changed'))
  return { form, calls, stop }
}

describe('onDraftChange()', () => {
  it('reports a text, a choice and a row that changes', () => {
    const { form, calls } = listenedForm()
    form.setValue('name', 'Call back')
    expect(calls.length).toBeGreaterThan(0)
    const afterName = calls.length
    form.setValue('schedule', { when: 'later', date: '2026-11-27', time: '09:00', occurrence: 'first' })
    expect(calls.length).toBeGreaterThan(afterName)
    const afterSchedule = calls.length
    form.setValue('attributes', [])
    expect(calls.length).toBeGreaterThan(afterSchedule)
  })

  it('reports a key typed into a row of attributes', () => {
    const { form, calls } = listenedForm()
    attributeChanges(form).typed()
    expect(calls).toHaveLength(1)
  })

  it('reports nothing once it was stopped', () => {
    const { form, calls, stop } = listenedForm()
    stop()
    form.setValue('name', 'Call back')
    attributeChanges(form).typed()
    expect(calls).toEqual([])
  })
})

describe('attributeChanges()', () => {
  it('is one for all listeners of a form', () => {
    const { form } = listenedForm()
    expect(attributeChanges(form)).toBe(attributeChanges(form))
  })
})
