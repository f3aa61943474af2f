/** Returns the milliseconds since the start. */
export type Stopwatch = () => number

export interface Clocks {
  /** The present time by the proxy's clock, in milliseconds since the epoch. */
  readonly now: () => number
  /** A monotonic clock. It may stand still while the computer sleeps. */
  readonly uptime: () => number
}

/**
 * Returns the longer of both times, so that neither a clock that is set back nor a sleeping computer makes an attempt look
 * younger.
 */
export function startStopwatch({ now, uptime }: Clocks): Stopwatch {
  const startedAt = now()
  const startedUp = uptime()
  return () => Math.max(now() - startedAt, uptime() - startedUp)
}

/** For a time before the page was loaded. If it is in the future, a clock was set back by an unknown time. */
export const stopwatchSince = (moment: number, { now }: Clocks): Stopwatch => {
  return () => {
    const age = now() - moment
    return age < 0 ? Infinity : age
  }
}
