import type { Outcome, ProblemCode, ProblemIssue } from '../contract/problem.ts'

/** Why a request failed, as far as the panel can know: the code from the proxy, or what the client itself finds. */
export interface ClientFailure {
  /** `not-known-yet`: Connect does not list a task that was created just now. */
  readonly code: ProblemCode | 'unreachable' | 'unreadable' | 'interrupted' | 'not-known-yet'
  readonly outcome: Outcome
  readonly issues: readonly ProblemIssue[]
  readonly retryAfterSeconds?: number
  /** For support: finds the request in the log of the proxy. Absent when no answer came. */
  readonly requestId?: string
}

export class TaskClientError extends Error {
  override readonly name = 'TaskClientError'
  readonly failure: ClientFailure

  constructor(failure: ClientFailure, options?: ErrorOptions) {
    super(`The request failed: ${failure.code}, outcome ${failure.outcome}.`, options)
    this.failure = failure
  }
}
