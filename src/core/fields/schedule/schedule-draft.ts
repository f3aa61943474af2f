import type { Issue } from '../../issues/issues.ts'
import type { ClockTime, TimeZone } from '../../time/time-zone.ts'

export interface ScheduleDraft {
  readonly when: 'now' | 'later'
  readonly date: string
  readonly time: string
  /** Which of two instants is meant where the clocks go back and the time comes twice. */
  readonly occurrence: 'first' | 'second'
  /** The agent's own words for the start. They are kept even if they are not understood. */
  readonly words?: string | undefined
  /** The words are not understood. Day and time are those from before the words. */
  readonly areWordsUnclear?: true | undefined
  /** The agent chose "in … minutes" instead of a time of day. */
  readonly aheadMinutes?: number | undefined
}

/** A time of the day as `HH:MM`, from 00:00 to 23:59. A draft keeps any other text as it was typed, such as `25:00`. */
export const isTime = (time: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)

/** True if the panel does not understand the agent's words. */
export const areWordsUnclear = ({ date, words = '', areWordsUnclear: isMarked }: ScheduleDraft): boolean =>
  words.trim() !== '' && (isMarked === true || date === '')

/** The day and the time, without the agent's words for them. */
export const withoutWords = ({ when, date, time, occurrence }: ScheduleDraft): ScheduleDraft => ({
  when,
  date,
  time,
  occurrence,
})

/** Whether two schedules name the same time; the words that the agent typed for it do not count. */
export const sameSchedule = (one: ScheduleDraft, other: ScheduleDraft): boolean =>
  one.when === other.when &&
  one.date === other.date &&
  one.time === other.time &&
  one.occurrence === other.occurrence

/** The instant of a schedule, or what is missing. */
export function scheduledInstant(
  schedule: ScheduleDraft,
  timeZone: TimeZone,
): { readonly instant?: Date; readonly issues: readonly Issue[] } {
  const { when, date, time, occurrence } = schedule
  if (when === 'now') return { issues: [] }
  if (areWordsUnclear(schedule))
    return { issues: [{ field: 'scheduledTime', code: 'schedule-words-unclear' }] }
  // A stored draft may hold any text. `09:00:30` is an instant, but no time that the panel can show.
  const placed: ClockTime = isTime(time) ? timeZone.clockTime(`${date}T${time}`) : { occurs: 'unreadable' }
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
