import { attemptPatienceSeconds } from '../../core/attempts/attempt.ts'
import type { ClientFailure } from '../task-client-error.ts'

/** The patience that a run has used: tries, throttled answers, and seconds of waiting for a turn. */
export interface Patience {
  readonly resends: number
  readonly throttles: number
  readonly waitedSeconds: number
}

export const freshPatience: Patience = { resends: 0, throttles: 0, waitedSeconds: 0 }

export interface Pause {
  readonly seconds: number
  /** The patience that is used when the pause ends. */
  readonly patience: Patience
}

/** How often an attempt is sent again after failures without `retryAfterSeconds`. */
const resendLimit = 3

/** The pause after a failure without `retryAfterSeconds`. */
const resendAfterSeconds = 2

/** Throttling by Connect names no time. It ends sooner if panels ask less often, so each pause is longer, up to 15 s. */
const throttlePauseLimitSeconds = 15

/** True if nothing was carried out and a later try may succeed. Only the proxy's own limit says when. */
const isOnlyEarly = ({ code, retryAfterSeconds }: ClientFailure) =>
  code === 'throttled' || (code === 'busy' && retryAfterSeconds !== undefined)

const isWorthSendingAgain = ({ code, outcome }: ClientFailure) =>
  outcome === 'unknown' || code === 'throttled' || code === 'busy'

/** Random, so that panels that were throttled at the same time do not come back at the same time. */
function throttlePause(throttles: number, random: () => number): number {
  const longest = Math.min(resendAfterSeconds * 2 ** throttles, throttlePauseLimitSeconds)
  return Math.ceil(longest * (0.5 + random() / 2))
}

/** The pause before the attempt is sent again. Undefined if it is not sent again. */
export function pauseAfter(failure: ClientFailure, spent: Patience, random: () => number): Pause | undefined {
  const { resends, throttles, waitedSeconds } = spent
  const isThrottled = failure.code === 'throttled'
  const named = Math.max(failure.retryAfterSeconds ?? resendAfterSeconds, 1)
  const seconds = isThrottled ? Math.max(named, throttlePause(throttles, random)) : named
  const patience = isOnlyEarly(failure)
    ? { resends, throttles: throttles + Number(isThrottled), waitedSeconds: waitedSeconds + seconds }
    : { ...spent, resends: resends + 1 }
  const isOver = patience.resends > resendLimit || patience.waitedSeconds > attemptPatienceSeconds
  return isOver || !isWorthSendingAgain(failure) ? undefined : { seconds, patience }
}
