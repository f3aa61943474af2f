import { clockTime, daysAfter, wallClock } from '../time/zoned-time.ts'

/** `HH:MM` each; `to` is earlier than `from` for hours that span midnight. */
export interface QuietTimes {
  readonly from: string
  readonly to: string
}

const minuteMs = 60_000

/** Days are the same except when clocks change. If no time is allowed within 3 days, none ever is. */
const searchedDays = 3

const dayMs = 86_400_000

const isQuietAt = ({ from, to }: QuietTimes, time: string): boolean =>
  from < to ? from <= time && time < to : from <= time || time < to

/**
 * The first instant after `after` at which the wall clock shows this time. If a change of the clock skips the time, the instant
 * of the change.
 */
function nextAt(local: string, zone: string, after: Date): Date {
  const found = clockTime(local, zone)
  if (found.occurs === 'once') return found.instant
  if (found.occurs === 'twice') return found.first > after ? found.first : found.second
  const [day = '', time = ''] = local.split('T')
  let instant = new Date(Math.floor(after.getTime() / minuteMs) * minuteMs)
  for (;;) {
    instant = new Date(instant.getTime() + minuteMs)
    const clock = wallClock(instant, zone)
    if (clock.date > day || (clock.date === day && clock.time >= time)) return instant
  }
}

/** Clocks change at whole quarters of an hour. */
const quarterMs = 900_000

/** How far the clock of a zone is ahead of UTC, in milliseconds. */
function aheadMs(at: Date, zone: string): number {
  const { date, time } = wallClock(at, zone)
  return Date.parse(`${date}T${time}Z`) - Math.floor(at.getTime() / minuteMs) * minuteMs
}

/**
 * When clocks go back, the wall clock may again show a time before the quiet hours. The quiet hours end there and begin again
 * later.
 */
function endAtChange(rule: QuietTimes, zone: string, { at, end }: Record<'at' | 'end', Date>): Date {
  if (aheadMs(at, zone) === aheadMs(end, zone)) return end
  let instant = new Date(Math.floor(at.getTime() / quarterMs) * quarterMs + quarterMs)
  while (instant < end && isQuietAt(rule, wallClock(instant, zone).time)) {
    instant = new Date(instant.getTime() + quarterMs)
  }
  return instant < end ? instant : end
}

/** When the quiet hours of a zone end. Undefined outside quiet hours. */
function endOfQuiet(rule: QuietTimes, zone: string, at: Date): Date | undefined {
  const { date, time } = wallClock(at, zone)
  if (!isQuietAt(rule, time)) return undefined
  const endsTomorrow = rule.from > rule.to && time >= rule.from
  const end = nextAt(`${endsTomorrow ? daysAfter(date, 1) : date}T${rule.to}`, zone, at)
  return endAtChange(rule, zone, { at, end })
}

/** The next instant that is outside quiet hours in all zones. Undefined if that is now, `never` if there is no such instant. */
export function quietUntil(
  rule: QuietTimes,
  zones: readonly string[],
  now: Date,
): Date | 'never' | undefined {
  const last = new Date(now.getTime() + searchedDays * dayMs)
  let at = now
  while (at < last) {
    const from = at
    const ends = zones.flatMap((zone) => endOfQuiet(rule, zone, from) ?? [])
    if (ends.length === 0) return at === now ? undefined : at
    const next = Math.max(...ends.map((end) => end.getTime()))
    // Hours that begin as they end have no end.
    if (next <= from.getTime()) return 'never'
    at = new Date(next)
  }
  return 'never'
}
