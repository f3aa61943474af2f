import { fromDate, parseDateTime, toCalendarDate, toCalendarDateTime, toZoned } from '@internationalized/date'
import type { ClockTime, TimeZone } from './time-zone.ts'

const localPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/

function parsed(local: string) {
  try {
    return localPattern.test(local) ? parseDateTime(local) : undefined
  } catch {
    return undefined
  }
}

/**
 * Places a wall-clock time, as `datetime-local` writes it, on the line of instants.
 *
 *     clockTime('2026-11-01T01:30', 'America/New_York')  // occurs twice
 *     clockTime('2026-03-08T02:30', 'America/New_York')  // occurs never
 */
export function clockTime(local: string, timeZone: string): ClockTime {
  const wanted = parsed(local)
  if (!wanted) return { occurs: 'unreadable' }
  const first = toZoned(wanted, timeZone, 'earlier')
  const second = toZoned(wanted, timeZone, 'later')
  if (toCalendarDateTime(first).compare(wanted) !== 0) return { occurs: 'never' }
  if (first.compare(second) === 0) return { occurs: 'once', instant: first.toDate() }
  return { occurs: 'twice', first: first.toDate(), second: second.toDate() }
}

export const timeZoneNamed = (name: string): TimeZone => ({
  name,
  clockTime: (local) => clockTime(local, name),
})

/** The wall-clock reading of an instant, to the minute: what `datetime-local`, `date` and `time` inputs hold. */
export function wallClock(instant: Date, timeZone: string): { readonly date: string; readonly time: string } {
  const zoned = fromDate(instant, timeZone)
  return { date: toCalendarDate(zoned).toString(), time: toCalendarDateTime(zoned).toString().slice(11, 16) }
}

/** The calendar days, as `YYYY-MM-DD`, that have any moment between two instants, both included. */
export function calendarDays(from: Date, to: Date, timeZone: string): string[] {
  const last = toCalendarDate(fromDate(to, timeZone))
  const days: string[] = []
  for (
    let day = toCalendarDate(fromDate(from, timeZone));
    day.compare(last) <= 0;
    day = day.add({ days: 1 })
  ) {
    days.push(day.toString())
  }
  return days
}
