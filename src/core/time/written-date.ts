import type { TimeZone } from './time-zone.ts'

/** The agent's language and time zone, in which written dates are read. */
export interface DateReading {
  readonly locale: string
  readonly timeZone: TimeZone
}

type Day = readonly [year: string, month: string, day: string]

const zonedPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i
const timePattern = /(?:T|[\s,]+(?:at\s+)?)(\d{1,2})(?::(\d\d))?(?::\d\d)?\s*(?:([ap])\.?m\.?)?$/i
const weekdayPattern = /^\p{L}+\.?,\s+/u

const padded = (part: string, length = 2) => part.padStart(length, '0')

/** The names of the months, long and short, in lower case and without full stops. */
function monthNames(locale: string): ReadonlyMap<string, string> {
  const named = ['en', locale].flatMap((language) =>
    (['long', 'short'] as const).flatMap((style) => {
      const format = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', timeZone: 'UTC' })
      return Array.from({ length: 12 }, (_, month): readonly [string, string] => {
        const parts = format.formatToParts(new Date(Date.UTC(2026, month, 1)))
        const { value = '' } = parts.find(({ type }) => type === 'month') ?? {}
        return [value.toLowerCase().replaceAll('.', ''), String(month + 1)]
      })
    }),
  )
  return new Map(named)
}

/** Reads day and month in digits if only one of them can be the month. */
function inEitherOrder(one: string, other: string, year: string): Day | undefined {
  const [first, second] = [Number(one), Number(other)]
  if (first === second || first > 12) return [year, other, one]
  return second > 12 ? [year, one, other] : undefined
}

function writtenDay(text: string, locale: string): Day | undefined {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? []
  if (year && month && day) return [year, month, day]
  const [, one, sign, other, last] = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text) ?? []
  // With full stops the day comes first, in every country that uses them.
  if (one && other && last) return sign === '.' ? [last, other, one] : inEitherOrder(one, other, last)
  const named =
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?(?<month>\p{L}+)\.?,?\s+(?:de\s+)?(?<year>\d{4})$/iu.exec(
      text,
    ) ?? /^(?<month>\p{L}+)\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/iu.exec(text)
  if (!named?.groups) return undefined
  const { year: namedYear = '', month: name = '', day: namedDay = '' } = named.groups
  const number = monthNames(locale).get(name.toLowerCase())
  return number === undefined ? undefined : [namedYear, number, namedDay]
}

/** Hours and minutes. Undefined for a number that may mean something else. */
function writtenTime([, hours = '', minutes, half]: readonly (string | undefined)[]): string | undefined {
  if (!half) return minutes === undefined ? undefined : `${padded(hours)}:${minutes}`
  const hour = Number(hours)
  if (hour < 1 || hour > 12) return undefined
  return `${padded(String((hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)))}:${minutes ?? '00'}`
}

/**
 * Reads a date that can mean only one day, and returns the value for a `datetime-local` input. A date without a time means
 * midnight. In digits, day or month may come first, so `3/4/2026` is not read, and `31/4` does not exist.
 *
 *     writtenDate('12 Mar 2026, 9:30', reading)     // '2026-03-12T09:30'
 *     writtenDate('2026-03-12T09:30:00Z', reading)  // in Berlin '2026-03-12T10:30'
 *     writtenDate('03/04/2026', reading)            // undefined
 */
export function writtenDate(text: string, { locale, timeZone }: DateReading): string | undefined {
  // No date is longer, and a very long text must not cost time.
  if (text.length > 64 || !/\d{4}/.test(text)) return undefined
  if (zonedPattern.test(text)) {
    const instant = new Date(text)
    if (Number.isNaN(instant.getTime())) return undefined
    const { date, time } = timeZone.wallClock(instant)
    return `${date}T${time}`
  }
  const timed = timePattern.exec(text)
  const time = timed ? writtenTime(timed) : undefined
  const before = time === undefined ? text : text.slice(0, timed?.index)
  const day = writtenDay(before.replace(weekdayPattern, ''), locale)
  if (!day) return undefined
  const [year, month, date] = day
  const local = `${year}-${padded(month)}-${padded(date)}T${time ?? '00:00'}`
  return timeZone.clockTime(local).occurs === 'unreadable' ? undefined : local
}
