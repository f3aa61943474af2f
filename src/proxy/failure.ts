import type { Outcome, ProblemCode, ProblemIssue } from '../contract/problem.ts'

export interface FailureFacts {
  readonly code: ProblemCode
  /** What happened and what to do, for developers. It is sent: nothing of a request, a token or Connect's own words may be in it. */
  readonly detail: string
  /** `not-created` unless said otherwise. */
  readonly outcome?: Outcome
  readonly issues?: readonly ProblemIssue[]
  readonly retryAfterSeconds?: number
  /** The `WWW-Authenticate` header of a 401. */
  readonly challenge?: string
  /** What AWS support asks for; logged, never sent. */
  readonly connectRequestId?: string
}

/** Why a request is not answered as asked. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly facts: FailureFacts

  constructor(facts: FailureFacts, options?: ErrorOptions) {
    super(facts.detail, options)
    this.facts = facts
  }
}

/** The caller has left while they waited for their turn; nobody will read this answer. */
export class Abandoned extends Failure {
  constructor() {
    super({
      code: 'busy',
      detail: 'The caller left before it was their turn to call Connect; nothing was sent.',
    })
  }
}

/** One answer for a contact of somebody else and for one that does not exist, so that nobody learns which it is. */
export const notYourContact = () =>
  new Failure({
    code: 'not-your-contact',
    detail:
      'Amazon Connect does not list this contact as the caller’s own. Link one of their contacts, or none.',
  })
