import { withUncertain, type Attempt, type EarlierAttempts, type UncertainAttempt } from '../core/attempt.ts'
import type { ClientFailure } from './task-client-error.ts'

/** The progress of the latest request of one draft on its way to Connect. */
export type SubmissionStep<Request, Result> =
  /** Nothing is under way. Without an attempt, nothing was sent yet. */
  | { readonly status: 'idle'; readonly attempt?: Attempt<Request> }
  | { readonly status: 'sending'; readonly attempt: Attempt<Request>; readonly firstSentAt: number }
  /** Connect or the proxy is busy: nothing was done, and the attempt is sent again after this time. */
  | {
      readonly status: 'waiting'
      readonly attempt: Attempt<Request>
      readonly seconds: number
      readonly reason: ClientFailure['code']
    }
  /** An answer was lost: the same attempt is sent again, to learn its outcome. */
  | { readonly status: 'checking'; readonly attempt: Attempt<Request> }
  | { readonly status: 'done'; readonly attempt: Attempt<Request>; readonly result: Result }
  /** Never of an attempt that lost an answer. */
  | { readonly status: 'not-done'; readonly attempt: Attempt<Request>; readonly failure: ClientFailure }
  | { readonly status: 'unknown'; readonly attempt: Attempt<Request>; readonly failure: ClientFailure }

export type SubmissionState<Request, Result> = SubmissionStep<Request, Result> & {
  /** Every attempt of the draft that lost its answer and whose outcome is still not known, the latest or another. */
  readonly uncertain: readonly UncertainAttempt<Request>[]
}

export const isUnderWay = ({ status }: SubmissionState<unknown, unknown>): boolean =>
  status === 'sending' || status === 'waiting' || status === 'checking'

/** Nothing is being sent and the outcome of the latest request is not unknown, so the draft may be sent or moved. */
export const isSettled = ({ status }: SubmissionState<unknown, unknown>): boolean =>
  status === 'idle' || status === 'not-done'

/** What a reloaded page must know about this state; undefined when nothing is left to send or to ask. */
export function earlierAttempts<Request>(
  state: SubmissionState<Request, unknown>,
): EarlierAttempts<Request> | undefined {
  const { attempt: latest, uncertain } = state
  if (!latest || (state.status === 'done' && uncertain.length === 0)) return undefined
  // The page may go before the answer comes.
  if (state.status !== 'sending') return { latest, uncertain }
  return { latest, uncertain: withUncertain(uncertain, { attempt: latest, firstSentAt: state.firstSentAt }) }
}
