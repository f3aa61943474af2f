import type { ScheduleDraft } from '../../../core/fields/schedule/schedule-draft.ts'
import type { TimeZone } from '../../../core/time/time-zone.ts'
import type { Formats } from '../../../i18n/formats/formats.ts'

/** The day of a schedule in words. Empty for a day that does not exist: a stored draft may have any text. */
export const dayWords = ({ date }: ScheduleDraft, timeZone: TimeZone, formats: Formats): string =>
  timeZone.clockTime(`${date}T12:00`).occurs === 'unreadable' ? '' : formats.day(date)
