import type { Issue } from '../../issues/issues.ts'
import { expiryMinutesDefault } from '../expiry/expiry-minutes.ts'
import { scheduleRuleIssues, type ScheduleRules } from './schedule-rule.ts'
import { timingIssues, wholeSeconds } from './timing.ts'

const minuteMs = 60_000

/** When Connect ends a task by itself, counted from its creation. */
export const taskExpiry = (createdAt: Date, expiryMinutes = expiryMinutesDefault): Date =>
  new Date(createdAt.getTime() + expiryMinutes * minuteMs)

/** What bounds the new time of a task that exists. */
export interface RescheduleCircumstances {
  readonly now: Date
  readonly scheduleHorizonDays: number
  /** When Connect ends the task; undefined if it did not say. */
  readonly expiresAt?: Date | undefined
  readonly rules?: ScheduleRules
}

/** Why the start of an existing task cannot be moved to this time: the rules of a new schedule, and its expiry must be later. */
export function rescheduleIssues(
  scheduledTime: Date,
  { now, scheduleHorizonDays, expiresAt, rules = {} }: RescheduleCircumstances,
): readonly Issue[] {
  const field = 'scheduledTime'
  // The task has its expiry already, so only the window of a new schedule is judged here.
  const window = timingIssues({ scheduledTime }, now, scheduleHorizonDays).filter(
    (issue) => issue.field === field,
  )
  const isExpired = expiresAt !== undefined && wholeSeconds(scheduledTime) >= expiresAt
  return [
    ...window,
    ...(isExpired && window.length === 0 ? [{ field, code: 'expiry-not-after-schedule' } as const] : []),
    ...scheduleRuleIssues({ scheduledTime }, rules),
  ]
}
