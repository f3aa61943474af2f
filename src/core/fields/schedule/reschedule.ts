import type { Issue } from '../../issues/issues.ts'
import { expiryMinutesDefault } from '../expiry/expiry-minutes.ts'
import { scheduleRuleIssues, type ScheduleRules } from './schedule-rule.ts'
import { timingIssues, wholeSeconds } from './timing.ts'

const minuteMs = 60_000

/** When Connect ends a task by itself, counted from its creation. */
export const taskExpiry = (createdAt: Date, expiryMinutes = expiryMinutesDefault): Date =>
  new Date(createdAt.getTime() + expiryMinutes * minuteMs)

/** The limits for the new start of an existing task. */
export interface RescheduleCircumstances {
  readonly now: Date
  readonly scheduleHorizonDays: number
  /** When the task expires. Undefined if Connect did not say. */
  readonly expiresAt?: Date | undefined
  readonly rules?: ScheduleRules
}

/** Why the start of an existing task cannot be moved to this time: the rules of a new schedule, and its expiry must be later. */
export function rescheduleIssues(
  scheduledTime: Date,
  { now, scheduleHorizonDays, expiresAt, rules = {} }: RescheduleCircumstances,
): readonly Issue[] {
  const field = 'scheduledTime'
  // The task already has an expiry, so check only the window here.
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
