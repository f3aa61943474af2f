import { expiryMinutesFor } from '../expiry/expiry-minutes.ts'
import { scheduleHorizonDaysDefault } from './horizon.ts'
import { scheduleWindow } from './schedule-window.ts'

const minuteMs = 60_000

/**
 * The last full minute at which a task may start. With the longest horizon it is one minute earlier than the horizon, because a
 * task must expire after it starts.
 */
export function latestStart(now: Date, horizonDays: number): Date {
  const { latest } = scheduleWindow(now, horizonDays)
  const latestMs = Math.floor(latest.getTime() / minuteMs) * minuteMs
  const livesMs = expiryMinutesFor(horizonDays) * minuteMs
  const isExpiring = horizonDays > scheduleHorizonDaysDefault && latestMs - now.getTime() >= livesMs
  return new Date(isExpiring ? latestMs - minuteMs : latestMs)
}
