import type { Outcome, ProblemCode } from '../contract/problems/problem.ts'
import type { Issue } from '../core/issues/issues.ts'
import type { ReasonOf } from './refusal-reasons.ts'

interface CommonFacts {
  /**
   * Says to developers what happened and what to do. It is sent, so it must not contain any part of a request, a token or
   * Connect’s own text.
   */
  readonly detail: string
  /** `not-created` if absent. */
  readonly outcome?: Outcome
  readonly issues?: readonly Issue[]
  /** The number of issues that are not in this list. */
  readonly issuesLeftOut?: number
  readonly retryAfterSeconds?: number
  /** The `WWW-Authenticate` header of a 401. */
  readonly challenge?: string
  /** For the operator. It is logged and never sent. */
  readonly logged?: LoggedFacts
}

/** Facts that only the log has. They must not contain any text of a request, a token, the provider or Connect either. */
export interface LoggedFacts {
  /** The member of the body that is wrong, in names of the schema. */
  readonly field?: string
  /** The request to another server, its answer, and the variable or permission to change. */
  readonly why?: string
  /** A task that the caller has created. */
  readonly taskContactId?: string
  /** The operation of Connect or of Amazon S3. */
  readonly operation?: string
  /** Connect’s name of the error. */
  readonly connectError?: string
  /** AWS support asks for it. */
  readonly connectRequestId?: string
  /** The same, of Amazon S3. */
  readonly storeRequestId?: string
  /** A file that the proxy refused. */
  readonly uploadId?: string
  readonly uploadBytes?: number
}

/** A code with one of its own reasons. The reason is logged and never sent. */
export type CodeAndReason<Code extends ProblemCode = ProblemCode> = {
  [Each in Code]: { readonly code: Each; readonly reason: ReasonOf<Each> }
}[Code]

export type ProblemFacts<Code extends ProblemCode = ProblemCode> = CodeAndReason<Code> & CommonFacts

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
      reason: 'caller-left',
      detail: 'The caller left before it was their turn to call Connect; nothing was sent.',
    })
  }
}

/**
 * The same problem for another agent’s contact and for an id that does not exist, so that neither the response nor the log shows
 * which.
 */
export const notYourContact = (reason: ReasonOf<'not-your-contact'>) =>
  new ProblemError({
    code: 'not-your-contact',
    reason,
    detail:
      'Amazon Connect does not list this contact as the caller’s own. Link one of their contacts, or none.',
  })

/**
 * The same problem for a task of another agent, a contact that is no task, and an id that does not exist, so that neither the
 * response nor the log shows which.
 */
export const taskNotYours = {
  code: 'not-your-contact',
  reason: 'task-not-created-by-caller',
  detail: 'Amazon Connect knows no task with this id that the caller has created. Nothing was changed.',
} as const

/** Connect has its own copies of a contact, and a new one is not in all of them for a moment. */
const contactKnownSoonSeconds = 2

/** The proxy has just created the task, and Connect cannot describe it yet. */
export const taskTooNew = () =>
  new ProblemError({
    code: 'busy',
    reason: 'contact-too-new',
    detail:
      'Amazon Connect has created this task but cannot describe it yet; nothing was changed. Send the same request again after the wait.',
    retryAfterSeconds: contactKnownSoonSeconds,
  })

/** Connect lists the contact as the caller's own, and cannot describe it yet. */
export const contactTooNew = () =>
  new ProblemError({
    code: 'busy',
    reason: 'contact-too-new',
    detail:
      'Amazon Connect lists this contact as the caller’s own but cannot describe it yet; nothing was created. Send the same request again after the wait.',
    retryAfterSeconds: contactKnownSoonSeconds,
  })
