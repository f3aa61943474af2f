import type { Zone } from '../../core/time/time-zone.ts'
import { fileSizes } from './file-size.ts'
import { hourStyle } from './hour-style.ts'
import { unbrokenZone } from './unbroken-zone.ts'

/** The words for the plural categories of a language: English has `one` and `other`, Arabic has six. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }

/** The formats of a locale. */
export interface Formats {
  /** "Fri, 27 Nov, 09:00 GMT": never without its time zone. */
  readonly instant: (instant: Date) => string
  /** "Fri 27 Nov" for a calendar day written `YYYY-MM-DD`. */
  readonly day: (day: string) => string
  /** "Fri" for a calendar day written `YYYY-MM-DD`. */
  readonly weekday: (day: string) => string
  /** "09:00" or "9:00 AM", for a wall-clock time written `HH:MM`. */
  readonly time: (time: string) => string
  readonly number: (amount: number) => string
  /** "45%" for 0.45. */
  readonly percent: (part: number) => string
  /** "1.5 MB", "12 kB", "7 bytes", where a kB has 1,024 bytes, as the limits of Connect count. */
  readonly fileSize: (bytes: number) => string
  readonly excessSize: (bytes: number) => string
  /** The form of a word that goes with a count: `plural(2, { one: 'row', other: 'rows' })` is `'rows'`. */
  readonly plural: (count: number, forms: PluralForms) => string
  /**
   * The usual name of the zone: "Eastern Time", or "UTC+05:30" for a zone without a name. Not the IANA name, because the agent
   * may not know its city.
   */
  readonly zone: string
  /** "5 days, 19 hours": the two largest units. */
  readonly fromNow: (milliseconds: number) => string
  /** A short form for use beside an exact time: "19 hours" for 18 hours, 55 minutes. */
  readonly roughly: (milliseconds: number) => string
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** From 3 hours on, minutes are of no use to the agent. */
const roughlyFromMs = 3 * hourMs

/** Rounds up by 5 minutes, so that "6 days" is still shown after the agent has typed for some minutes. */
const nearlyMs = 5 * minuteMs

function roughMs(milliseconds: number): number {
  if (milliseconds < roughlyFromMs) return milliseconds
  // Beyond a day, minutes are left out.
  if (milliseconds + nearlyMs >= dayMs) return milliseconds + nearlyMs
  return Math.round(milliseconds / hourMs) * hourMs
}

export function createFormats(locale: string, zone: Zone): Formats {
  const isNamed = typeof zone === 'string'
  const instant = new Intl.DateTimeFormat(locale, {
    timeZone: isNamed ? zone : 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: hourStyle(locale),
    minute: '2-digit',
    ...(isNamed ? { timeZoneName: 'short' } : {}),
  })
  // A calendar day has no time zone. Reading and writing it in UTC keeps the day.
  const day = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  })
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' })
  const time = new Intl.DateTimeFormat(locale, {
    timeZone: 'UTC',
    hour: hourStyle(locale),
    minute: '2-digit',
  })
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const amount = (value: number, unit: 'day' | 'hour' | 'minute') =>
    value === 0
      ? []
      : [new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value)]
  const plurals = new Intl.PluralRules(locale)
  const list = new Intl.ListFormat(locale, { type: 'unit' })
  const fromNow = (milliseconds: number) => {
    const minutes = Math.max(1, Math.round(milliseconds / minuteMs))
    const days = Math.floor((minutes * minuteMs) / dayMs)
    const hours = Math.floor((minutes * minuteMs - days * dayMs) / hourMs)
    const rest = minutes % 60
    return list.format([
      ...amount(days, 'day'),
      ...amount(hours, 'hour'),
      ...(days > 0 ? [] : amount(rest, 'minute')),
    ])
  }
  return {
    instant: (value) =>
      unbrokenZone(
        isNamed
          ? instant.format(value)
          : `${instant.format(value.getTime() + zone(value) * minuteMs)} ${utcOffset(zone(value))}`,
      ),
    day: (value) => day.format(new Date(`${value}T00:00:00Z`)),
    weekday: (value) => weekday.format(new Date(`${value}T00:00:00Z`)),
    time: (value) => time.format(new Date(`1970-01-01T${value}:00Z`)),
    number: (value) => number.format(value),
    percent: (part) => percent.format(part),
    ...fileSizes(locale),
    plural: (count, forms) => forms[plurals.select(count)] ?? forms.other,
    zone: isNamed ? nameOf(zone, locale) : utcOffset(zone(new Date())),
    fromNow,
    roughly: (milliseconds) => fromNow(roughMs(milliseconds)),
  }
}

function nameOf(zone: string, locale: string): string {
  const nameIn = (timeZoneName: 'longGeneric' | 'short') =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName })
      .formatToParts()
      .find(({ type }) => type === 'timeZoneName')?.value ?? zone
  const name = nameIn('longGeneric')
  // A zone without a name has the same text as beside an instant.
  return name.startsWith('GMT') ? nameIn('short') : name
}

const twoDigits = (amount: number) => String(amount).padStart(2, '0')

/** "UTC+05:30" */
function utcOffset(minutes: number): string {
  const size = Math.abs(Math.round(minutes))
  return `UTC${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`
}
