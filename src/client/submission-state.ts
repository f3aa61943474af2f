import type { Attempt, EarlierAttempt } from '../core/attempt.ts'
import type { ClientFailure } from './task-client-error.ts'

/** The progress of one request on its way to Connect. */
export type SubmissionState<Request, Result> =
  | { readonly status: 'idle' }
  | { readonly status: 'sending'; readonly attempt: Attempt<Request> }
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
  | { readonly status: 'not-done'; readonly attempt: Attempt<Request>; readonly failure: ClientFailure }
  | { readonly status: 'unknown'; readonly attempt: Attempt<Request>; readonly failure: ClientFailure }

export const isUnderWay = ({ status }: SubmissionState<unknown, unknown>): boolean =>
  status === 'sending' || status === 'waiting' || status === 'checking'

/** Nothing is being sent and no outcome is unknown, so the draft may be sent, moved or discarded. */
export const isSettled = ({ status }: SubmissionState<unknown, unknown>): boolean =>
  status === 'idle' || status === 'not-done'

/** What a reloaded page must know about this state; undefined when nothing is left to ask. */
export function earlierAttempt<Request>(
  state: SubmissionState<Request, unknown>,
): EarlierAttempt<Request> | undefined {
  switch (state.status) {
    case 'idle':
    case 'done':
      return undefined
    case 'sending':
    case 'checking':
    case 'unknown':
      return { attempt: state.attempt, outcome: 'unknown' }
    case 'waiting':
    case 'not-done':
      return { attempt: state.attempt, outcome: 'not-done' }
  }
}
