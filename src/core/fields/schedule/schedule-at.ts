import type { Zone } from '../../time/time-zone.ts'
import { clockTime, wallClock } from '../../time/zoned-time.ts'
import type { ScheduleDraft } from './schedule-draft.ts'

const minuteMs = 60_000

/** A draft for an instant. A wall clock has no seconds, so the instant is rounded up, but not beyond the latest one. */
export function scheduleAt(instant: Date, latest: Date, zone: Zone): ScheduleDraft {
  const upMs = Math.ceil(instant.getTime() / minuteMs) * minuteMs
  const isBeyond = upMs > latest.getTime() && instant.getTime() - latest.getTime() < minuteMs
  const minute = isBeyond ? latest : new Date(upMs)
  const { date, time } = wallClock(minute, zone)
  const placed = clockTime(`${date}T${time}`, zone)
  const isSecond = placed.occurs === 'twice' && placed.second.getTime() === minute.getTime()
  return { when: 'later', date, time, occurrence: isSecond ? 'second' : 'first' }
}
