import type { Attempt, TokensHere } from '../../core/attempts/attempt.ts'
import type { OpenQuestion } from './open-questions.ts'
import type { ClientFailure } from '../task-client-error.ts'

/** The reason why an attempt has not been sent yet, although the agent has pressed the button. */
export type Wait =
  /** `left` files have not arrived yet. With 0 left, they are being made ready for this attempt. */
  | { readonly for: 'files'; readonly left: number }
  /** Other attempts of the account are before it. */
  | { readonly for: 'turn'; readonly before: number }
  /** The proxy cannot be reached. */
  | { readonly for: 'network' }
  /** Nothing was done, and the attempt is sent again after this time. */
  | { readonly for: 'connect' | 'proxy'; readonly seconds: number }

/** The progress of the latest request of one draft on its way to Connect. */
export type SubmissionStep<Request, Result> =
  /** Nothing is being sent. Without `attempt`, nothing has ever been sent. */
  | { readonly status: 'idle'; readonly attempt?: Attempt<Request> }
  | { readonly status: 'sending'; readonly attempt: Attempt<Request>; readonly firstSentAt: number }
  | { readonly status: 'waiting'; readonly attempt: Attempt<Request>; readonly wait: Wait }
  /** An answer was lost: the same attempt is sent again, to learn its outcome. */
  | { readonly status: 'checking'; readonly attempt: Attempt<Request> }
  | { readonly status: 'done'; readonly attempt: Attempt<Request>; readonly result: Result }
  /** The agent has found the task in Connect. */
  | { readonly status: 'confirmed'; readonly attempt: Attempt<Request> }
  /** Never for an attempt whose answer was lost. */
  | { readonly status: 'not-done'; readonly attempt: Attempt<Request>; readonly failure: ClientFailure }
  | { readonly status: 'unknown'; readonly attempt: Attempt<Request>; readonly failure: ClientFailure }

export type SubmissionState<Request, Result> = SubmissionStep<Request, Result> & {
  /** Every attempt of the draft that lost its answer and whose outcome is still not known, the latest or another. */
  readonly uncertain: readonly OpenQuestion<Request>[]
  /** Earlier attempts that have succeeded, as the panel found out when it sent them again. */
  readonly found: readonly Found<Request, Result>[]
  /** Attempts whose tasks the agent has found in Connect. */
  readonly confirmed: readonly Attempt<Request>[]
  readonly tokens: TokensHere
}

export interface Found<Request, Result> {
  readonly attempt: Attempt<Request>
  readonly result: Result
}

type AnyState = SubmissionState<unknown, unknown>

export const isUnderWay = ({ status }: AnyState): boolean =>
  status === 'sending' || status === 'waiting' || status === 'checking'

/**
 * True if nothing is being sent and the outcome of the latest request is known to be "not created" or there is none. Then the
 * draft may be sent or moved.
 */
export const isSettled = ({ status }: AnyState): boolean => status === 'idle' || status === 'not-done'

/** A task of the draft may exist, and only the agent or a later answer can say whether it does. */
export const hasQuestion = ({ uncertain }: AnyState): boolean => uncertain.length > 0

/** The latest request has been carried out. */
export const isOver = ({ status }: AnyState): boolean => status === 'done' || status === 'confirmed'
