import type { Zone } from '../../time/time-zone.ts'
import { clockTime, daysAfter, wallClock } from '../../time/zoned-time.ts'
import { scheduleAt } from './schedule-at.ts'
import type { ScheduleDraft } from './schedule-draft.ts'

const minuteMs = 60_000
const msPerDay = 86_400_000

/** A start that the agent typed in words, on the agent's clock. */
export type SpokenMoment =
  | { readonly kind: 'now' }
  /** "as late as possible" */
  | { readonly kind: 'latest' }
  /** "in 90 minutes" */
  | { readonly kind: 'ahead'; readonly milliseconds: number }
  /** "in 6 days": at the present time of day. */
  | { readonly kind: 'days-ahead'; readonly days: number }
  /** "friday": the time is still open. */
  | { readonly kind: 'day'; readonly date: string }
  /** "friday afternoon": the time is open, and one chosen before may be in another part of the day. */
  | { readonly kind: 'part-of-day'; readonly date: string }
  /** "fri 3" */
  | {
      readonly kind: 'moment'
      readonly date: string
      readonly time: string
      /** The words do not say AM or PM, and the panel takes PM. */
      readonly isAfternoonTaken: boolean
    }
  /** "3pm EST" */
  | { readonly kind: 'instant'; readonly instant: Date }

export interface SpokenCircumstances {
  readonly now: Date
  readonly latest: Date
  readonly zone: Zone
  /** The schedule before the words. If the words only name a day, its time is kept. */
  readonly before: ScheduleDraft
}

/**
 * Some days from now at the same time of day. If the clocks go back, that may be an hour after the latest start, which counts
 * days of 24 hours. Then count 24 hours a day.
 */
function daysAhead(days: number, { now, latest, zone }: SpokenCircumstances): ScheduleDraft {
  const today = wallClock(now, zone)
  const placed = clockTime(`${daysAfter(today.date, days)}T${today.time}`, zone)
  const secondsMs = now.getTime() % 60_000
  const sameClock = placed.occurs === 'once' ? placed.instant.getTime() + secondsMs : undefined
  const fullDays = now.getTime() + days * msPerDay
  const isBeyond = sameClock === undefined || sameClock > Math.max(latest.getTime() + secondsMs, fullDays)
  return scheduleAt(new Date(isBeyond ? fullDays : sameClock), latest, zone)
}

/** The schedule that the words mean. If it is outside the window, the rules refuse it. */
export function scheduleSpoken(spoken: SpokenMoment, circumstances: SpokenCircumstances): ScheduleDraft {
  const { now, latest, zone, before } = circumstances
  switch (spoken.kind) {
    case 'now':
      return { when: 'now', date: '', time: '', occurrence: 'first' }
    case 'latest':
      return scheduleAt(latest, latest, zone)
    case 'ahead':
      return {
        ...scheduleAt(new Date(now.getTime() + spoken.milliseconds), latest, zone),
        aheadMinutes: spoken.milliseconds / minuteMs,
      }
    case 'days-ahead':
      return daysAhead(spoken.days, circumstances)
    case 'instant':
      return scheduleAt(spoken.instant, latest, zone)
    case 'day':
      return { when: 'later', date: spoken.date, time: before.time, occurrence: 'first' }
    case 'part-of-day':
      return { when: 'later', date: spoken.date, time: '', occurrence: 'first' }
    case 'moment':
      return { when: 'later', date: spoken.date, time: spoken.time, occurrence: 'first' }
  }
}
