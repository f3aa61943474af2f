import type { PresetStart } from './preset.ts'

const minutesPerDay = 1_440

/** True if the start can be within this many days at some time of day. */
export const isStartWithin = (start: PresetStart, horizonDays: number): boolean => {
  if (start === 'now') return true
  return 'inMinutes' in start ? start.inMinutes <= horizonDays * minutesPerDay : start.inDays <= horizonDays
}
