import type { ClockTime, OffsetAt } from './time-zone.ts'

const minuteMs = 60_000
const dayMs = 86_400_000

/** The wall-clock reading of an instant, as ISO 8601 without a zone. */
export const wallClockAtOffsets = (instant: Date, offsetAt: OffsetAt): string =>
  new Date(instant.getTime() + offsetAt(instant) * minuteMs).toISOString().slice(0, -1)

/** The instants of a valid wall-clock time. */
export function clockTimeAtOffsets(local: string, offsetAt: OffsetAt): ClockTime {
  const wantedMs = Date.parse(`${local}Z`)
  // Clocks change at most once within two days, so the offsets before and after a change are among these.
  const offsets = new Set([-dayMs, 0, dayMs].map((ms) => offsetAt(new Date(wantedMs + ms))))
  const [first, second] = [...offsets]
    .map((minutes) => new Date(wantedMs - minutes * minuteMs))
    .filter((instant) => instant.getTime() + offsetAt(instant) * minuteMs === wantedMs)
    .toSorted((one, other) => one.getTime() - other.getTime())
  if (!first) return { occurs: 'never' }
  return second ? { occurs: 'twice', first, second } : { occurs: 'once', instant: first }
}
