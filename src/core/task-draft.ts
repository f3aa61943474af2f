import type { Attribute } from './fields/attributes.ts'
import type { LinkType } from './fields/link.ts'
import type { ReferenceType } from './fields/reference-types.ts'

/** What the form holds: texts as the agent typed them, nothing refused. */
export interface TaskDraft {
  readonly name: string
  readonly description: string
  /** See `destinationKey`; empty while nothing is chosen. */
  readonly destination: string
  readonly link: LinkType | 'none'
  readonly references: readonly ReferenceDraft[]
  readonly attributes: readonly Attribute[]
  readonly schedule: ScheduleDraft
}

/** A DATE's value is a wall-clock time as `datetime-local` writes it, in the agent's time zone. */
export interface ReferenceDraft {
  readonly name: string
  readonly type: ReferenceType
  readonly value: string
}

export interface ScheduleDraft {
  readonly when: 'now' | 'later'
  readonly date: string
  readonly time: string
  /** Which one is meant where the clocks go back and the time comes twice. */
  readonly occurrence: 'first' | 'second'
}

export const emptyDraft: TaskDraft = {
  name: '',
  description: '',
  destination: '',
  link: 'related',
  references: [],
  attributes: [],
  schedule: { when: 'now', date: '', time: '', occurrence: 'first' },
}

/** Whether two drafts hold the same, whatever objects they are made of. */
export function sameDraft(one: TaskDraft, other: TaskDraft): boolean {
  if (one === other) return true
  return (
    one.name === other.name &&
    one.description === other.description &&
    one.destination === other.destination &&
    one.link === other.link &&
    one.schedule.when === other.schedule.when &&
    one.schedule.date === other.schedule.date &&
    one.schedule.time === other.schedule.time &&
    one.schedule.occurrence === other.schedule.occurrence &&
    sameRows(one.references, other.references, ['name', 'type', 'value']) &&
    sameRows(one.attributes, other.attributes, ['key', 'value'])
  )
}

function sameRows<Row>(one: readonly Row[], other: readonly Row[], members: readonly (keyof Row)[]): boolean {
  return (
    one.length === other.length &&
    one.every((row, index) => members.every((member) => row[member] === other[index]?.[member]))
  )
}
