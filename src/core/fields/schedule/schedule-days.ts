import type { Zone } from '../../time/time-zone.ts'
import { calendarDays } from '../../time/zoned-time.ts'
import type { ScheduleWindow } from './schedule-window.ts'

/** The days a picker offers: exactly those with a moment in the window. */
export function scheduleDays({ now, latest }: ScheduleWindow, zone: Zone): string[] {
  return calendarDays(new Date(now.getTime() + 1), latest, zone)
}
