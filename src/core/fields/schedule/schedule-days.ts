import type { Zone } from '../../time/time-zone.ts'
import { calendarDays } from '../../time/zoned-time.ts'
import type { ScheduleWindow } from './schedule-window.ts'

/** The days that the picker offers: all days that overlap the window. */
export function scheduleDays({ now, latest }: ScheduleWindow, zone: Zone): string[] {
  return calendarDays(new Date(now.getTime() + 1), latest, zone)
}

/** Why a day (`YYYY-MM-DD`) does not overlap the window. */
export function dayOutside(day: string, window: ScheduleWindow, zone: Zone): 'past' | 'too-far' | undefined {
  const days = scheduleDays(window, zone)
  const [first = day, last = day] = [days[0], days.at(-1)]
  if (day < first) return 'past'
  return day > last ? 'too-far' : undefined
}
