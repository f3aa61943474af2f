import { attemptPatienceSeconds } from '../../core/attempts/attempt.ts'
import type { ClientFailure } from '../task-client-error.ts'

/** The patience that one run has used up: ordinary tries, throttled answers, and seconds of waiting for a turn. */
export interface Patience {
  readonly resends: number
  readonly throttles: number
  readonly waitedSeconds: number
}

export const freshPatience: Patience = { resends: 0, throttles: 0, waitedSeconds: 0 }

export interface Pause {
  readonly seconds: number
  /** The patience used up when the pause is over. */
  readonly patience: Patience
}

/** How often an attempt is sent again after a failure that says nothing about when to come back. */
const resendLimit = 3

/** How long to wait when the failure does not say. */
const resendAfterSeconds = 2

/** Connect names no time. Its throttling ends sooner if the panels ask less often, so each pause is longer, up to this. */
const throttlePauseLimitSeconds = 15

/** Nothing was sent to Connect, or Connect carried out nothing, and another time will do. */
const isOnlyEarly = ({ code, retryAfterSeconds }: ClientFailure) =>
  code === 'throttled' || (code === 'busy' && retryAfterSeconds !== undefined)

const isWorthSendingAgain = ({ code, outcome }: ClientFailure) =>
  outcome === 'unknown' || code === 'throttled' || code === 'busy'

/** Panels that were throttled together must not come back together. */
function throttlePause(throttles: number, random: () => number): number {
  const longest = Math.min(resendAfterSeconds * 2 ** throttles, throttlePauseLimitSeconds)
  return Math.ceil(longest * (0.5 + random() / 2))
}

/** How long to wait before the attempt is sent again; undefined when it is not. */
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
