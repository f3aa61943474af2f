import type { ProblemCode } from '../contract/problems/problem.ts'
import { networkReasons } from './network-reason.ts'

/**
 * Why the proxy refused a request, more finely than the code that it answers. Reasons are logged and never sent, so they may
 * say what a caller must not learn. The set is closed: a reason contains no text of a request, a token or Connect.
 */
export const reasonsByCode = {
  unauthenticated: [
    'no-token',
    'not-bearer',
    'too-long',
    'format',
    'algorithm',
    'key',
    'signature',
    'issuer',
    'audience',
    'expired',
    'expiry-missing',
    'not-yet-valid',
  ],
  'sign-in-unavailable': [
    ...networkReasons,
    'redirect',
    'status',
    'not-json',
    'too-large',
    'discovery-shape',
    'issuer-mismatch',
    'unsafe-address',
    'keys-shape',
    'not-asked',
    'unexpected',
  ],
  'unknown-agent': ['claim-missing', 'claim-shape', 'case-differs', 'no-user', 'no-user-read', 'ambiguous'],
  forbidden: [
    'no-policy',
    'groups-shape',
    'groups-elsewhere',
    'profiles-missing',
    'undo-not-allowed',
    'reschedule-not-allowed',
  ],
  'not-your-contact': ['contact-id', 'contact-not-listed', 'task-not-created-by-caller'],
  'not-found': ['no-route'],
  malformed: [
    'http',
    'host-header',
    'expect-header',
    'request-timeout',
    'body-cut-off',
    'body-not-json',
    'body-shape',
  ],
  'too-large': ['headers', 'chunk-extensions', 'body', 'task'],
  'unsupported-type': ['content-type', 'charset', 'content-encoding'],
  invalid: ['issues', 'refused-by-connect', 'token-reused'],
  'destination-gone': [
    'destination-not-allowed',
    'destination-not-offered',
    'template-inactive',
    'not-in-connect',
  ],
  'template-changed': ['template-inactive', 'template-other', 'not-in-connect', 'refused-by-connect'],
  'upload-refused': [
    'not-configured',
    'files-not-allowed',
    'token-unreadable',
    'token-of-another-agent',
    'token-of-another-instance',
    'token-of-another-kind',
    'token-expired',
    'object-missing',
    'object-differs',
    'content-contradicts',
    'refused-by-connect',
  ],
  'store-failed': [
    ...networkReasons,
    'denied',
    'no-bucket',

    'failed',
    'credentials-ending',
    'url-too-long',
  ],
  'quota-reached': ['quota', 'files'],
  'already-ended': ['ended'],
  'already-accepted': ['accepted-by-another'],
  'already-started': ['not-scheduled'],
  'reschedule-limit': ['schedule-changes'],
  throttled: ['throttled'],
  busy: ['rates', 'requests-at-once', 'requests-of-agent', 'caller-left', 'contact-too-new'],
  'connect-denied': [
    'credentials-missing',
    'credentials-expired',
    'credentials-refused',
    'role-refused',
    'clock-differs',
    'permission-missing',
    'denied',
  ],
  'connect-failed': [
    ...networkReasons,
    'not-in-connect',
    'refused-by-connect',
    'failed',
    'no-contact-id',
    'channel-unknown',
  ],
  'connect-timeout': ['timeout'],
  unexpected: ['unexpected'],
} as const satisfies Record<ProblemCode, readonly string[]>

export type ReasonOf<Code extends ProblemCode> = (typeof reasonsByCode)[Code][number]

/** Reasons of requests that the proxy answers and the browser refuses, so that they have no code. */
export const reasonsWithoutCode = ['origin-not-allowed'] as const

export type RefusalReason = ReasonOf<ProblemCode> | (typeof reasonsWithoutCode)[number]
