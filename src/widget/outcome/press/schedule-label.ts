import type { ScheduleDraft } from '../../../core/fields/schedule/schedule-draft.ts'
import type { Formats } from '../../../i18n/formats/formats.ts'

// Up to 6 days ahead, the name of a weekday is unambiguous.
const weekMs = 6 * 86_400_000

export interface LabelSetting {
  readonly now: Date
  readonly formats: Formats
  readonly write: (day: string, time: string) => string
}

/** "Schedule for Fri 09:00": the words in the button for a schedule that names an instant. */
export function scheduleLabel(
  { date, time }: ScheduleDraft,
  instant: Date,
  { now, formats, write }: LabelSetting,
): string {
  const isThisWeek = instant.getTime() - now.getTime() <= weekMs
  const day = isThisWeek ? formats.weekday(date) : formats.day(date)
  return write(day, formats.time(time))
}
