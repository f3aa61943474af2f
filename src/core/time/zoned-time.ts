import {
  fromDate,
  isWeekday,
  parseDate,
  parseDateTime,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date'
import { clockTimeAtOffsets, wallClockAtOffsets } from './offset-time.ts'
import type { ClockTime, TimeZone, Zone } from './time-zone.ts'

/** The pattern excludes day 00, because the library accepts it. */
const localPattern = /^\d{4}-\d\d-(?!00)\d\dT\d\d:\d\d(:\d\d)?$/

function parsed(local: string) {
  try {
    return localPattern.test(local) ? parseDateTime(local) : undefined
  } catch {
    return undefined
  }
}

/**
 * The instants of a wall-clock time in the format of `datetime-local`.
 *
 *     clockTime('2026-11-01T01:30', 'America/New_York')  // occurs twice
 *     clockTime('2026-03-08T02:30', 'America/New_York')  // occurs never
 */
export function clockTime(local: string, zone: Zone): ClockTime {
  const wanted = parsed(local)
  if (!wanted) return { occurs: 'unreadable' }
  if (typeof zone !== 'string') return clockTimeAtOffsets(wanted.toString(), zone)
  const first = toZoned(wanted, zone, 'earlier')
  const second = toZoned(wanted, zone, 'later')
  if (toCalendarDateTime(first).compare(wanted) !== 0) return { occurs: 'never' }
  if (first.compare(second) === 0) return { occurs: 'once', instant: first.toDate() }
  return { occurs: 'twice', first: first.toDate(), second: second.toDate() }
}

export const timeZoneOf = (zone: Zone): TimeZone => ({
  clockTime: (local) => clockTime(local, zone),
  wallClock: (instant) => wallClock(instant, zone),
})

/** The wall-clock reading of an instant, to the minute: what `datetime-local`, `date` and `time` inputs hold. */
export function wallClock(instant: Date, zone: Zone): { readonly date: string; readonly time: string } {
  const local =
    typeof zone === 'string'
      ? toCalendarDateTime(fromDate(instant, zone)).toString()
      : wallClockAtOffsets(instant, zone)
  return { date: local.slice(0, 10), time: local.slice(11, 16) }
}

/** The calendar days (`YYYY-MM-DD`) between two instants, both included. */
export function calendarDays(from: Date, to: Date, zone: Zone): string[] {
  const last = parseDate(wallClock(to, zone).date)
  const days: string[] = []
  for (let day = parseDate(wallClock(from, zone).date); day.compare(last) <= 0; day = day.add({ days: 1 })) {
    days.push(day.toString())
  }
  return days
}

/** The calendar day some days after a day written `YYYY-MM-DD`. */
export const daysAfter = (day: string, days: number): string => parseDate(day).add({ days }).toString()

/** True if a day is not in the weekend of the locale's region. */
export const isWorkingDay = (day: string, locale: string): boolean => isWeekday(parseDate(day), locale)
