import type { Attribute } from './attributes.ts'
import { destinationFromKey } from './destination.ts'
import { isAttributeUnfilled, isReferenceUnfilled, type FieldRules } from './field-rules.ts'
import type { TaskIssue } from './issues.ts'
import { scheduleHorizonDaysDefault } from './limits.ts'
import type { LinkType } from './links.ts'
import type { Reference, ReferenceType } from './references.ts'
import { expiryMinutesFor } from './schedule.ts'
import type { TaskRequest } from './task.ts'
import type { TimeZone } from './time-zone.ts'

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

/** What turns wall-clock times and "this contact" into facts. */
export interface DraftSetting {
  readonly timeZone: TimeZone
  readonly scheduleHorizonDays: number
  readonly contactId?: string
  readonly fieldRules?: FieldRules
}

/** A request made from a draft, and which row of the draft each of its rows came from. */
export interface DraftReading {
  readonly request: TaskRequest
  readonly issues: readonly TaskIssue[]
  readonly referenceRows: readonly number[]
  readonly attributeRows: readonly number[]
}

function filledRows<Row>(rows: readonly Row[], isEmpty: (row: Row) => boolean) {
  return [...rows.entries()].filter(([, row]) => !isEmpty(row))
}

/** The instant a schedule names, or what is missing from it. */
export function scheduledInstant(
  schedule: ScheduleDraft,
  timeZone: TimeZone,
): { readonly instant?: Date; readonly issues: readonly TaskIssue[] } {
  const { when, date, time, occurrence } = schedule
  if (when === 'now') return { issues: [] }
  const placed = timeZone.clockTime(`${date}T${time}`)
  switch (placed.occurs) {
    case 'once':
      return { instant: placed.instant, issues: [] }
    case 'twice':
      return { instant: placed[occurrence], issues: [] }
    case 'never':
      return { issues: [{ field: 'scheduledTime', code: 'schedule-time-skipped' }] }
    case 'unreadable':
      return { issues: [{ field: 'scheduledTime', code: 'schedule-incomplete' }] }
  }
}

/** A reference as it would be sent. A date that comes twice means its first coming; one that never comes stays as typed. */
export function referenceFromDraft({ name, type, value }: ReferenceDraft, timeZone: TimeZone): Reference {
  if (type === 'STRING') return { name: name.trim(), type, value }
  if (type !== 'DATE') return { name: name.trim(), type, value: value.trim() }
  const placed = timeZone.clockTime(value)
  if (placed.occurs === 'once') return { name: name.trim(), type, value: placed.instant.toISOString() }
  if (placed.occurs === 'twice') return { name: name.trim(), type, value: placed.first.toISOString() }
  return { name: name.trim(), type, value }
}

/** Reads a draft as a request; only what the request cannot express is complained about here. */
export function readDraft(draft: TaskDraft, setting: DraftSetting): DraftReading {
  const { contactId, scheduleHorizonDays, fieldRules = {} } = setting
  const references = filledRows(draft.references, (row) => isReferenceUnfilled(row, fieldRules))
  const attributes = filledRows(draft.attributes, (row) => isAttributeUnfilled(row, fieldRules))
  const scheduled = scheduledInstant(draft.schedule, setting.timeZone)
  const destination = destinationFromKey(draft.destination)
  return {
    request: {
      name: draft.name.trim(),
      ...(draft.description.trim() === '' ? {} : { description: draft.description.trim() }),
      ...(destination ? { destination } : {}),
      ...(contactId === undefined || draft.link === 'none' ? {} : { link: { type: draft.link, contactId } }),
      references: references.map(([, reference]) => referenceFromDraft(reference, setting.timeZone)),
      attributes: attributes.map(([, { key, value }]) => ({ key, value })),
      ...(scheduled.instant ? { scheduledTime: scheduled.instant } : {}),
      ...(scheduled.instant && scheduleHorizonDays > scheduleHorizonDaysDefault
        ? { expiryMinutes: expiryMinutesFor(scheduleHorizonDays) }
        : {}),
    },
    issues: [...scheduled.issues, ...skippedDates(references, setting.timeZone)],
    referenceRows: references.map(([row]) => row),
    attributeRows: attributes.map(([row]) => row),
  }
}

function skippedDates(rows: readonly (readonly [number, ReferenceDraft])[], timeZone: TimeZone): TaskIssue[] {
  return rows.flatMap(([, { type, value }], index) =>
    type === 'DATE' && timeZone.clockTime(value).occurs === 'never'
      ? [{ field: `references.${index}.value` as const, code: 'reference-date-skipped' as const }]
      : [],
  )
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
