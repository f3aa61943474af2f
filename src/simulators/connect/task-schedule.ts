import {
  expiryMinutesDefault,
  scheduleHorizonDaysDefault,
  scheduleHorizonDaysLimit,
} from '../../core/limits.ts'
import { invalidParameter, invalidRequest, malformed } from './service-error.ts'
import type { StartTaskRequest } from './start-task-members.ts'
import type { Members } from './wire-members.ts'

const secondsPerDay = 86_400

/** Whether the service takes fractions of a second is undocumented; whoever sends one did not mean to. */
export function readScheduledTime(body: Members): number | undefined {
  const value = body.get('ScheduledTime') ?? undefined
  if (value === undefined) return undefined
  if (typeof value !== 'number') throw malformed('ScheduledTime must be a number of seconds.')
  if (!Number.isSafeInteger(value)) throw invalidParameter('ScheduledTime must be in whole seconds.')
  return value
}

/** Six days ahead, or up to ninety for a task that is asked to live longer than it waits. */
export function checkSchedule({ scheduledTime, expiryMinutes }: StartTaskRequest, now: number) {
  if (scheduledTime === undefined) return
  const seconds = scheduledTime - now / 1_000
  const days = expiryMinutes === undefined ? scheduleHorizonDaysDefault : scheduleHorizonDaysLimit
  if (seconds <= 0) throw invalidParameter('ScheduledTime cannot be in the past.')
  if (seconds > days * secondsPerDay) throw invalidParameter(`ScheduledTime must be within ${days} days.`)
  if (seconds >= (expiryMinutes ?? expiryMinutesDefault) * 60) {
    throw invalidRequest('ScheduledTime must be before the task expires.')
  }
}
