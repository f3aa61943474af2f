import type { ScheduleDraft } from '../../core/fields/schedule/schedule-draft.ts'
import type { Formats } from '../../i18n/formats.ts'
import type { LateMessages } from '../../i18n/late-messages.ts'

// Within so many days, a day of the week names one day only.
const weekMs = 6 * 86_400_000

export interface LabelSetting {
  readonly now: Date
  readonly formats: Formats
  readonly words: LateMessages['submit']
}

/** "Schedule for Fri 09:00": the words in the button for a schedule that names an instant. */
export function scheduleLabel(
  { date, time }: ScheduleDraft,
  instant: Date,
  { now, formats, words }: LabelSetting,
): string {
  const isThisWeek = instant.getTime() - now.getTime() <= weekMs
  const day = isThisWeek ? formats.weekday(date) : formats.day(date)
  return words.scheduleFor(day, formats.time(time))
}
