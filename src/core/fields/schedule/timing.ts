import { tooLong, type Issue } from '../../issues/issues.ts'
import { expiryIssues } from '../expiry/expiry-minutes.ts'
import { scheduleHorizonDaysDefault } from './horizon.ts'
import { secondsPerDay } from './schedule-window.ts'

export interface Timing {
  readonly scheduledTime?: Date
  readonly expiryMinutes?: number
}

/** Connect gets epoch seconds, and the SDK would send fractions too. */
export const wholeSeconds = (instant: Date): Date => new Date(Math.floor(instant.getTime() / 1_000) * 1_000)

function scheduledIssues(aheadSeconds: number, horizonDays: number): readonly Issue[] {
  const field = 'scheduledTime'
  // `!(… > 0)`, so that an invalid date (NaN) is refused too.
  if (!(aheadSeconds > 0)) return [{ field, code: 'schedule-past' }]
  return tooLong(field, 'schedule-too-far', aheadSeconds, horizonDays * secondsPerDay)
}

/** Why a task cannot start and end at these times, if it is created at `now`. */
export function timingIssues(timing: Timing, now: Date, horizonDays: number): readonly Issue[] {
  const { scheduledTime, expiryMinutes } = timing
  const aheadSeconds = scheduledTime ? (wholeSeconds(scheduledTime).getTime() - now.getTime()) / 1_000 : 0
  const issues = scheduledTime ? scheduledIssues(aheadSeconds, horizonDays) : []
  if (expiryMinutes !== undefined) return [...issues, ...expiryIssues(expiryMinutes, aheadSeconds)]
  if (aheadSeconds > scheduleHorizonDaysDefault * secondsPerDay && issues.length === 0) {
    return [{ field: 'expiryMinutes', code: 'expiry-not-after-schedule' }]
  }
  return issues
}
