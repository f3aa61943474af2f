import type { Outcome, ProblemCode, ProblemIssue } from '../contract/problems/problem.ts'

/** Codes of the panel itself, which no proxy sends. */
type ClientCode =
  | 'unreachable'
  | 'unreadable'
  | 'interrupted'
  /** The network did not come back in time. */
  | 'offline'
  /** The attempt did not get its turn in time. */
  | 'not-sent'
  /** The same task was created while the panel waited. */
  | 'repeated'
  /** The CCP now belongs to another agent. */
  | 'another-agent'
  /** A part of the page that reads the answer is missing. */
  | 'part-missing'
  /** Connect does not list a task that was created just now. */
  | 'not-known-yet'

/** Why a request failed, as far as the panel can know: the code from the proxy, or what the client itself finds. */
export interface ClientFailure {
  readonly code: ProblemCode | ClientCode
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
