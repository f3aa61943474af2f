import type { TaskDraft } from './task-parts.ts'

// No run-time imports: the first load of the panel has this file.

/** The empty value of each field, in the order of the form. */
export const emptyDraft: TaskDraft = {
  name: '',
  description: '',
  destination: '',
  schedule: { when: 'now', date: '', time: '', occurrence: 'first' },
  expiry: { amount: '', unit: 'days' },
  link: 'related',
  references: [],
  attachments: [],
  attributes: [],
}

/** A row that the panel has offered and that has no text yet. */
export const isEmptyRow = (row: object) =>
  Object.entries(row).every(([member, value]) => member === 'type' || value === '')

/** Without empty rows, which are not sent. */
const filled = ({ references, attributes, attachments, ...others }: TaskDraft) => ({
  ...others,
  // Whether a file has arrived is not a value of the draft.
  attachments: attachments.map(({ upload: _arrived, ...file }) => file),
  references: references.filter((row) => !isEmptyRow(row)),
  attributes: attributes.filter((row) => !isEmptyRow(row)),
})

/**
 * True if two drafts have the same values. Empty rows do not count: an agent who has only opened a list has not begun the
 * draft.
 */
export const sameDraft = (one: TaskDraft, other: TaskDraft): boolean => sameValue(filled(one), filled(other))

export function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const members = new Map(Object.entries(one))
  const others = Object.entries(other)
  return (
    members.size === others.length &&
    others.every(([name, value]) => members.has(name) && sameValue(members.get(name), value))
  )
}
