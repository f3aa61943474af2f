import type { Outcome, ProblemCode } from '../contract/problem.ts'
import type { TaskIssue } from '../core/issues.ts'

export interface ProblemFacts {
  readonly code: ProblemCode
  /**
   * What happened and what to do, for developers. It is sent, so it must not contain any part of a request, a token or
   * Connect’s own text.
   */
  readonly detail: string
  /** `not-created` if absent. */
  readonly outcome?: Outcome
  readonly issues?: readonly TaskIssue[]
  readonly retryAfterSeconds?: number
  /** The `WWW-Authenticate` header of a 401. */
  readonly challenge?: string
  /** AWS support asks for it. It is logged and never sent. */
  readonly connectRequestId?: string
}

/** Thrown where a request cannot be answered as asked; it becomes the problem in the response. */
export class ProblemError extends Error {
  override readonly name: string = 'ProblemError'
  readonly facts: ProblemFacts

  constructor(facts: ProblemFacts, options?: ErrorOptions) {
    super(facts.detail, options)
    this.facts = facts
  }
}

/** The caller closed the connection before it was their turn. Their response is never read. */
export class CallerLeft extends ProblemError {
  override readonly name = 'CallerLeft'

  constructor() {
    super({
      code: 'busy',
      detail: 'The caller left before it was their turn to call Connect; nothing was sent.',
    })
  }
}

/** The same problem for another agent’s contact and for an id that does not exist, so that it does not show which. */
export const notYourContact = () =>
  new ProblemError({
    code: 'not-your-contact',
    detail:
      'Amazon Connect does not list this contact as the caller’s own. Link one of their contacts, or none.',
  })
