import type { Zone } from '../../time/time-zone.ts'
import { clockTime } from '../../time/zoned-time.ts'
import type { ScheduleWindow } from './schedule-window.ts'

const minutesPerStep = 30
const minutesPerDay = 1_440

const twoDigits = (amount: number) => String(amount).padStart(2, '0')

const timesOfDay = Array.from({ length: minutesPerDay / minutesPerStep }, (_, step) => {
  const minutes = step * minutesPerStep
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`
})

/** The half hours of a day that are in the window. All half hours until a day is chosen. */
export function offeredTimes(date: string, { now, latest }: ScheduleWindow, zone: Zone): readonly string[] {
  if (date === '') return timesOfDay
  const isInside = (instant: Date) => instant > now && instant <= latest
  return timesOfDay.filter((time) => {
    const placed = clockTime(`${date}T${time}`, zone)
    if (placed.occurs === 'once') return isInside(placed.instant)
    return placed.occurs === 'twice' && (isInside(placed.first) || isInside(placed.second))
  })
}
