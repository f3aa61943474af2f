import { epochSeconds } from '../../../time/instant.ts'
import type { TimeZone } from '../../../time/time-zone.ts'
import { textKind } from './text-kind.ts'

/** The instant of a wall-clock time. A time that comes twice means its first coming; one that never comes stays as typed. */
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
    return seconds === undefined ? 'reference-date-invalid' : { sent: String(seconds) }
  },
  {
    // A rule gives an instant, and a row holds a wall-clock time.
    newRow: (name) => ({ name, type: 'DATE', value: '' }),
    isPresetShown: false,
    read: ({ name, value }, timeZone) => ({
      name: name.trim(),
      type: 'DATE',
      value: instantOf(value, timeZone),
    }),
    rowIssue: ({ value }, timeZone) =>
      timeZone.clockTime(value).occurs === 'never' ? 'reference-date-skipped' : undefined,
    // "DATE must be of type Epoch timestamp"; in AWS's examples it is in seconds.
    connectValue: ({ value }) => String(epochSeconds(value) ?? value),
    leastBytes: () => 1,
  },
)
