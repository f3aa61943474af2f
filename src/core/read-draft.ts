import { destinationFromKey } from './fields/destination.ts'
import { isAttributeUnfilled, isReferenceUnfilled, type FieldRules } from './field-rules.ts'
import type { TaskIssue } from './issues.ts'
import { scheduleHorizonDaysDefault } from './limits.ts'
import type { Reference } from './fields/references.ts'
import { expiryMinutesFor } from './fields/schedule.ts'
import type { ReferenceDraft, ScheduleDraft, TaskDraft } from './task-draft.ts'
import type { TaskRequest } from './task-request.ts'
import type { TimeZone } from './time/time-zone.ts'

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
