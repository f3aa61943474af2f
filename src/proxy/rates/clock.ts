/** A monotonic clock with an alarm. Tests replace it. */
export interface Clock {
  readonly nowMs: () => number
  /** Returns a function that cancels the alarm. */
  readonly wakeIn: (milliseconds: number, wake: () => void) => () => void
}

export const systemClock: Clock = {
  nowMs: () => performance.now(),
  wakeIn(milliseconds, wake) {
    const timer = setTimeout(wake, milliseconds)
    return () => clearTimeout(timer)
  },
}
