import { epochSeconds } from '../../../time/instant.ts'
import { writtenDate } from '../../../time/written-date.ts'
import type { TimeZone } from '../../../time/time-zone.ts'
import { trimmedText } from '../../../text/invisible.ts'
import { notOfKind, textKind } from './text-kind.ts'

const yearOfFourDigits = /^[1-9]\d{3}-/

/**
 * The instant of a wall-clock time. If the time exists twice, the first one is meant. If it does not exist, it stays as typed.
 */
function instantOf(typed: string, timeZone: TimeZone): string {
  const placed = timeZone.clockTime(typed)
  if (placed.occurs === 'once') return placed.instant.toISOString()
  return placed.occurs === 'twice' ? placed.first.toISOString() : typed
}

/** A wall-clock time in the form, an ISO instant on the wire, and epoch seconds to Connect. */
export const dateKind = textKind(
  'DATE',
  (value) => {
    const seconds = epochSeconds(value)
    return seconds === undefined ? notOfKind(value, 'reference-date-invalid') : { sent: String(seconds) }
  },
  {
    recognize: writtenDate,
    // A rule gives an instant, but the input shows a wall-clock time. The row keeps the instant.
    isPresetShown: false,
    read: ({ name, value }, timeZone) => ({
      name: trimmedText(name),
      type: 'DATE',
      value: instantOf(value, timeZone),
    }),
    rowIssue: ({ value }, timeZone) => {
      // The input has no value until all parts of it are typed.
      if (value === '') return 'reference-date-incomplete'
      // The input takes a year of two digits as a year of the first century.
      if (!yearOfFourDigits.test(value)) return 'reference-date-year'
      return timeZone.clockTime(value).occurs === 'never' ? 'reference-date-skipped' : undefined
    },
    // "DATE must be of type Epoch timestamp"; in AWS's examples it is in seconds.
    connectValue: ({ value }) => String(epochSeconds(value) ?? value),
    leastBytes: () => 1,
  },
)
