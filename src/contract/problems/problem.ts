import * as z from 'zod/mini'
import {
  characterIssueCodes,
  fileTypeIssueCodes,
  hostIssueCodes,
  measuredIssueCodes,
  namedIssueCodes,
  plainIssueCodes,
} from '../../core/issues/issues.ts'

/** Why an existing task cannot be stopped or get another time. */
export const taskChangeCodes = [
  'already-ended',
  'already-accepted',
  'already-started',
  'reschedule-limit',
] as const

/** Why this text message cannot go to this number, or not now. */
export const messageCodes = ['recipient-refused', 'quiet-hours', 'message-interval'] as const

/** Everything that can go wrong between panel and proxy. */
export const problemCodes = [
  'unauthenticated',
  'sign-in-unavailable',
  'forbidden',
  'not-your-contact',
  'unknown-agent',
  'not-found',
  'malformed',
  'too-large',
  'unsupported-type',
  'invalid',
  'destination-gone',
  'template-changed',
  'upload-refused',
  'store-failed',
  'quota-reached',
  ...taskChangeCodes,
  ...messageCodes,
  'throttled',
  'busy',
  'connect-denied',
  'connect-failed',
  'connect-timeout',
  'unexpected',
] as const

export type ProblemCode = (typeof problemCodes)[number]

/** The HTTP status of each code. */
export const statusByCode = {
  unauthenticated: 401,
  'sign-in-unavailable': 503,
  forbidden: 403,
  'not-your-contact': 403,
  'unknown-agent': 403,
  'not-found': 404,
  malformed: 400,
  'too-large': 413,
  'unsupported-type': 415,
  invalid: 422,
  'destination-gone': 422,
  'template-changed': 422,
  'upload-refused': 422,
  'store-failed': 502,
  'quota-reached': 409,
  'already-ended': 409,
  'already-accepted': 409,
  'already-started': 409,
  'reschedule-limit': 409,
  'recipient-refused': 422,
  'quiet-hours': 409,
  'message-interval': 409,
  throttled: 429,
  busy: 429,
  'connect-denied': 502,
  'connect-failed': 502,
  'connect-timeout': 504,
  unexpected: 500,
} as const satisfies Record<ProblemCode, number>

/**
 * The most important fact for the agent: nothing was created or changed (`not-created`), or the outcome is not known
 * (`unknown`).
 */
export const outcomes = ['not-created', 'unknown'] as const

export type Outcome = (typeof outcomes)[number]

/** Issues in one answer: more than a form shows at once, and far fewer than a body of 680 KB can have. */
export const issuesLimit = 100

/** An issue of one field on the wire. See `wireIssue`. */
export const issueSchema = z.union([
  z.strictObject({ field: z.string(), code: z.enum(plainIssueCodes) }),
  z.strictObject({ field: z.string(), code: z.enum(namedIssueCodes), name: z.string() }),
  z.strictObject({ field: z.string(), code: z.enum(hostIssueCodes), name: z.string() }),
  z.strictObject({
    field: z.string(),
    code: z.enum(characterIssueCodes),
    codePoint: z.string(),
    after: z.string(),
  }),
  z.strictObject({
    field: z.string(),
    code: z.enum(measuredIssueCodes),
    actual: z.number(),
    limit: z.number(),
  }),
  z.strictObject({
    field: z.string(),
    code: z.enum(fileTypeIssueCodes),
    extension: z.string(),
    allowed: z.array(z.string()),
  }),
])

/** `application/problem+json` (RFC 9457). */
export const problemSchema = z.object({
  status: z.number(),
  code: z.enum(problemCodes),
  title: z.string(),
  detail: z.string(),
  requestId: z.string(),
  outcome: z.enum(outcomes),
  issues: z.optional(z.array(issueSchema)),
  /** The number of issues that are not in the list. */
  issuesLeftOut: z.optional(z.number()),
  retryAfterSeconds: z.optional(z.number()),
})

/**
 * A problem as the panel reads it. A newer proxy may send a code or an issue that the panel does not know. The outcome must
 * still be read.
 */
export const receivedProblemSchema = z.object({
  ...problemSchema.shape,
  // The rule takes zod's catch for that of a promise.
  // oxlint-disable-next-line promise/valid-params
  code: z.catch(z.enum(problemCodes), 'unexpected'),
  // oxlint-disable-next-line promise/valid-params -- As above.
  issues: z.catch(z.optional(z.array(issueSchema)), []),
})

export type Problem = z.infer<typeof problemSchema>
export type ReceivedProblem = z.infer<typeof receivedProblemSchema>
export type ProblemIssue = z.infer<typeof issueSchema>

export const problemMediaType = 'application/problem+json'
