export const secondsPerDay = 86_400

/** A task may start after `now`, up to and including `latest`. Six days are 6 × 24 h as instants, also when clocks change. */
export interface ScheduleWindow {
  readonly now: Date
  readonly latest: Date
}

export function scheduleWindow(now: Date, horizonDays: number): ScheduleWindow {
  return { now, latest: new Date(now.getTime() + horizonDays * secondsPerDay * 1_000) }
}
