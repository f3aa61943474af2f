import { attemptPatienceSeconds } from '../core/attempt.ts'
import type { ClientFailure } from './task-client-error.ts'

/** How often one run has sent its attempt again, and how long it has waited for times that the proxy named. */
export interface Patience {
  readonly resends: number
  readonly waitedSeconds: number
}

export const freshPatience: Patience = { resends: 0, waitedSeconds: 0 }

export interface Pause {
  readonly seconds: number
  /** The patience used up when the pause is over. */
  readonly patience: Patience
}

/** How often an attempt is sent again, not counting the times when the proxy named the time to come back. */
const resendLimit = 3

/** How long to wait when the failure does not say. */
const resendAfterSeconds = 2

/** The proxy sent nothing to Connect, and named the time at which this agent has a turn. */
const hasTurnLater = ({ code, retryAfterSeconds }: ClientFailure) =>
  code === 'busy' && retryAfterSeconds !== undefined

const isWorthSendingAgain = ({ code, outcome }: ClientFailure) =>
  outcome === 'unknown' || code === 'throttled' || code === 'busy'

/** How long to wait before the attempt is sent again; undefined when it is not. */
export function pauseAfter(failure: ClientFailure, { resends, waitedSeconds }: Patience): Pause | undefined {
  const seconds = Math.max(failure.retryAfterSeconds ?? resendAfterSeconds, 1)
  const patience = hasTurnLater(failure)
    ? { resends, waitedSeconds: waitedSeconds + seconds }
    : { resends: resends + 1, waitedSeconds }
  const isOver = patience.resends > resendLimit || patience.waitedSeconds > attemptPatienceSeconds
  return isOver || !isWorthSendingAgain(failure) ? undefined : { seconds, patience }
}
