/** The milliseconds since it was started. */
export type Stopwatch = () => number

export interface Clocks {
  /** The present time by the proxy's clock, in milliseconds since the epoch. */
  readonly now: () => number
  /** Never set anew, but it may stand still while the computer sleeps. */
  readonly uptime: () => number
}

/** The longer of both times: neither a clock that is set back nor a sleeping computer makes an attempt look younger. */
export function startStopwatch({ now, uptime }: Clocks): Stopwatch {
  const startedAt = now()
  const startedUp = uptime()
  return () => Math.max(now() - startedAt, uptime() - startedUp)
}

/** Of a moment before the page was loaded. A moment in the future says that a clock was set back by an unknown time. */
export const stopwatchSince = (moment: number, { now }: Clocks): Stopwatch => {
  return () => {
    const age = now() - moment
    return age < 0 ? Infinity : age
  }
}
