import type { DayPeriods } from '../../core/time/read-time.ts'
import { hourStyle } from './hour-style.ts'
import { unbrokenZone } from './unbroken-zone.ts'

/** Formats of a locale that only the choice of a time needs. */
export interface ClockFormats {
  /** All names of a calendar day written `YYYY-MM-DD`: "Monday 30 November 2026 Mon 30 Nov 2026". */
  readonly dayNames: (day: string) => string
  /** "30", for a calendar day written `YYYY-MM-DD`. */
  readonly dayNumber: (day: string) => string
  /** "November – December", for two such days. */
  readonly months: (first: string, last: string) => string
  /** The words of the locale for AM and PM. Empty if it uses 24 hours. */
  readonly dayPeriods: DayPeriods
  /** True if 4/12 is 4 December. */
  readonly isDayFirst: boolean
  /** "Thu, 12 Mar 2026, 09:30", for a wall-clock time written `YYYY-MM-DDTHH:MM`. */
  readonly dateAndTime: (local: string) => string
  /** "Fri, 27 Nov, 06:00 GMT-5": an instant in another time zone than the agent's. */
  readonly instantIn: (instant: Date, zone: string) => string
}

const noonOf = (day: string) => new Date(`${day}T12:00:00Z`)

const partsOf = (format: Intl.DateTimeFormat, ...wanted: readonly string[]) => {
  const parts = format.formatToParts(new Date('2026-12-31T21:00:00Z'))
  return parts.filter(({ type }) => wanted.includes(type))
}

function dayPeriodsOf(locale: string): DayPeriods {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', hour: 'numeric', hour12: true })
  const word = (time: string) =>
    format.formatToParts(new Date(`2026-12-31T${time}:00Z`)).find(({ type }) => type === 'dayPeriod')
  const words = (time: string) => [word(time)?.value ?? ''].filter((each) => each !== '')
  return { am: words('09:00'), pm: words('21:00') }
}

export function createClockFormats(locale: string): ClockFormats {
  const utc = { timeZone: 'UTC' } as const
  const number = new Intl.DateTimeFormat(locale, { ...utc, day: 'numeric' })
  const month = new Intl.DateTimeFormat(locale, { ...utc, month: 'long' })
  const names = [
    new Intl.DateTimeFormat(locale, { ...utc, dateStyle: 'full' }),
    new Intl.DateTimeFormat(locale, { ...utc, weekday: 'short', day: 'numeric', month: 'short' }),
  ]
  // Cached: they are needed for each typed key, and formatting takes long.
  const dayNames = new Map<string, string>()
  const dateAndTime = new Intl.DateTimeFormat(locale, {
    ...utc,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: hourStyle(locale),
    minute: '2-digit',
  })
  const order = partsOf(new Intl.DateTimeFormat(locale, utc), 'day', 'month')
  return {
    dayNames: (day) => {
      const known = dayNames.get(day) ?? names.map((format) => format.format(noonOf(day))).join(' ')
      dayNames.set(day, known)
      return known
    },
    dayNumber: (day) => number.format(noonOf(day)),
    months: (first, last) => month.formatRange(noonOf(first), noonOf(last)),
    dayPeriods: dayPeriodsOf(locale),
    isDayFirst: order[0]?.type === 'day',
    dateAndTime: (local) => dateAndTime.format(new Date(`${local}Z`)),
    instantIn: (instant, timeZone) =>
      unbrokenZone(
        new Intl.DateTimeFormat(locale, {
          timeZone,
          weekday: 'short',
          day: 'numeric',
          month: 'short',
          hour: hourStyle(locale),
          minute: '2-digit',
          timeZoneName: 'short',
        }).format(instant),
      ),
  }
}
