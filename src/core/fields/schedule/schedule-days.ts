import { calendarDays } from '../../time/zoned-time.ts'
import type { ScheduleWindow } from './schedule-window.ts'

/** The days a picker offers: exactly those with a moment in the window. */
export function scheduleDays({ now, latest }: ScheduleWindow, timeZone: string): string[] {
  return calendarDays(new Date(now.getTime() + 1), latest, timeZone)
}
