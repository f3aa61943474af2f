import type { TaskIssue } from '../../issues.ts'
import type { TimeZone } from '../../time/time-zone.ts'

export interface ScheduleDraft {
  readonly when: 'now' | 'later'
  readonly date: string
  readonly time: string
  /** Which of two instants is meant where the clocks go back and the time comes twice. */
  readonly occurrence: 'first' | 'second'
  /** The agent's own words for it, which are kept although they may not be understood. */
  readonly words?: string | undefined
}

/** `HH:MM`. A draft keeps a time that cannot be read as it was typed. */
export const isTime = (time: string): boolean => /^\d\d:\d\d$/.test(time)

/** Whether two schedules name the same time, in whatever words. */
export const sameSchedule = (one: ScheduleDraft, other: ScheduleDraft): boolean =>
  one.when === other.when &&
  one.date === other.date &&
  one.time === other.time &&
  one.occurrence === other.occurrence

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
