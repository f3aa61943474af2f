import { tooLong, type TaskIssue } from '../issues.ts'
import { expiryMinutesDefault, expiryMinutesLimit, scheduleHorizonDaysDefault } from '../limits.ts'

const secondsPerDay = 86_400
const secondsPerMinute = 60
const minutesPerDay = 1_440

/** When a task may start: after `now`, up to and including `latest`. Six days are 6 × 24 h as instants, whatever the clocks do. */
export interface ScheduleWindow {
  readonly now: Date
  readonly latest: Date
}

export function scheduleWindow(now: Date, horizonDays: number): ScheduleWindow {
  return { now, latest: new Date(now.getTime() + horizonDays * secondsPerDay * 1_000) }
}

/** The wire to Connect is in epoch seconds; the SDK would send a fraction along. */
export const wholeSeconds = (instant: Date): Date => new Date(Math.floor(instant.getTime() / 1_000) * 1_000)

/**
 * Beyond 6 days a task would expire (7 days by default) before or just after it starts, so it must say how long it lives.
 * One figure for a whole deployment: the same draft asked twice stays the same content.
 */
export const expiryMinutesFor = (horizonDays: number): number =>
  Math.min(horizonDays * minutesPerDay + expiryMinutesDefault, expiryMinutesLimit)

export interface Timing {
  readonly scheduledTime?: Date
  readonly expiryMinutes?: number
}

function expiryIssues(expiryMinutes: number, aheadSeconds: number): TaskIssue[] {
  const field = 'expiryMinutes'
  if (!Number.isInteger(expiryMinutes) || expiryMinutes < 1) return [{ field, code: 'expiry-not-whole' }]
  if (expiryMinutes * secondsPerMinute <= aheadSeconds) return [{ field, code: 'expiry-not-after-schedule' }]
  return tooLong(field, 'expiry-too-long', expiryMinutes, expiryMinutesLimit)
}

function scheduledIssues(aheadSeconds: number, horizonDays: number): TaskIssue[] {
  const field = 'scheduledTime'
  // Written so that an invalid date, which is no number of seconds ahead, is refused as well.
  if (!(aheadSeconds > 0)) return [{ field, code: 'schedule-past' }]
  return tooLong(field, 'schedule-too-far', aheadSeconds, horizonDays * secondsPerDay)
}

/** What keeps a task from starting and ending when it asks to, judged at `now`. */
export function timingIssues(timing: Timing, now: Date, horizonDays: number): TaskIssue[] {
  const { scheduledTime, expiryMinutes } = timing
  const aheadSeconds = scheduledTime ? (wholeSeconds(scheduledTime).getTime() - now.getTime()) / 1_000 : 0
  const issues = scheduledTime ? scheduledIssues(aheadSeconds, horizonDays) : []
  if (expiryMinutes !== undefined) return [...issues, ...expiryIssues(expiryMinutes, aheadSeconds)]
  if (aheadSeconds > scheduleHorizonDaysDefault * secondsPerDay && issues.length === 0) {
    return [{ field: 'expiryMinutes', code: 'expiry-not-after-schedule' }]
  }
  return issues
}
