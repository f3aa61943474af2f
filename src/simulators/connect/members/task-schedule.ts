import { expiryMinutesDefault } from '../../../core/fields/expiry/expiry-minutes.ts'
import {
  scheduleHorizonDaysDefault,
  scheduleHorizonDaysLimit,
} from '../../../core/fields/schedule/horizon.ts'
import { invalidParameter, invalidRequest, malformed } from '../wire/service-error.ts'
import type { Members } from '../wire/wire-members.ts'

const secondsPerDay = 86_400

/** AWS does not document fractions of a second. The simulator refuses them, because sending one is likely a mistake. */
export function readScheduledTime(body: Members): number | undefined {
  const value = body.get('ScheduledTime') ?? undefined
  if (value === undefined) return undefined
  if (typeof value !== 'number') throw malformed('ScheduledTime must be a number of seconds.')
  if (!Number.isSafeInteger(value)) throw invalidParameter('ScheduledTime must be in whole seconds.')
  return value
}

interface Timing {
  /** Seconds since the epoch. */
  readonly scheduledTime: number | undefined
  readonly expiryMinutes: number | undefined
}

/** Allows six days ahead, or up to 90 days with an explicit expiry that is later than the schedule. */
export function checkSchedule({ scheduledTime, expiryMinutes }: Timing, createdAt: number, now: number) {
  if (scheduledTime === undefined) return
  const seconds = scheduledTime - now / 1_000
  const days = expiryMinutes === undefined ? scheduleHorizonDaysDefault : scheduleHorizonDaysLimit
  if (seconds <= 0) throw invalidParameter('ScheduledTime cannot be in the past.')
  if (seconds > days * secondsPerDay) throw invalidParameter(`ScheduledTime must be within ${days} days.`)
  const livedSeconds = (now - createdAt) / 1_000
  if (seconds + livedSeconds >= (expiryMinutes ?? expiryMinutesDefault) * 60) {
    throw invalidRequest('ScheduledTime must be before the task expires.')
  }
}
