import type { TaskDraft } from './task-parts.ts'

// No run-time imports: the first load of the panel has this file.

export const emptyDraft: TaskDraft = {
  name: '',
  description: '',
  destination: '',
  link: 'related',
  references: [],
  attributes: [],
  schedule: { when: 'now', date: '', time: '', occurrence: 'first' },
}

/** Whether two drafts hold the same values. */
export const sameDraft = (one: TaskDraft, other: TaskDraft): boolean => sameValue(one, other)

function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const members = new Map(Object.entries(one))
  const others = Object.entries(other)
  return (
    members.size === others.length &&
    others.every(([name, value]) => members.has(name) && sameValue(members.get(name), value))
  )
}
