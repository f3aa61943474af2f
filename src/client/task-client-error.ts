import type { Outcome, ProblemCode, ProblemIssue } from '../contract/problem.ts'

/** What went wrong with a request, as far as the panel can know: the proxy's own code, or that there was no such answer. */
export interface Failure {
  readonly code: ProblemCode | 'unreachable' | 'unreadable' | 'interrupted'
  readonly outcome: Outcome
  readonly issues: readonly ProblemIssue[]
  readonly retryAfterSeconds?: number
  /** For support: the proxy's log has a line with it. Absent when nothing came back. */
  readonly requestId?: string
}

export class TaskClientError extends Error {
  override readonly name = 'TaskClientError'
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(`The proxy did not do what was asked: ${failure.code}, outcome ${failure.outcome}.`, options)
    this.failure = failure
  }
}
