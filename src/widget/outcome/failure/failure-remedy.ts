import type { ClientFailure } from '../../../client/task-client-error.ts'
import { readIssue } from '../../../contract/problems/wire-issue.ts'
import { isMessageRequest, type AnyRequest } from '../../../core/message/any-draft.ts'

/**
 * What helps after a failure:
 *
 * - `try-again`: the same press may succeed.
 * - `look-over`: it succeeds once the agent agrees with what has changed.
 * - `change`: another draft may succeed.
 * - `sign-in`, `reload`: the agent does that first.
 * - `administrator`: nothing that the agent can do here.
 */
type Remedy = 'try-again' | 'look-over' | 'change' | 'sign-in' | 'reload' | 'administrator'

const remedies: Readonly<Record<ClientFailure['code'], Remedy>> = {
  unauthenticated: 'sign-in',
  'sign-in-unavailable': 'try-again',
  forbidden: 'administrator',
  'not-your-contact': 'change',
  'unknown-agent': 'administrator',
  'not-found': 'reload',
  malformed: 'reload',
  'too-large': 'change',
  'unsupported-type': 'reload',
  invalid: 'change',
  'destination-gone': 'change',
  'template-changed': 'look-over',
  'upload-refused': 'change',
  'store-failed': 'try-again',
  'quota-reached': 'change',
  'already-ended': 'change',
  'already-accepted': 'change',
  'already-started': 'change',
  'reschedule-limit': 'change',
  'recipient-refused': 'change',
  'quiet-hours': 'change',
  'message-interval': 'change',
  throttled: 'try-again',
  busy: 'try-again',
  'connect-denied': 'administrator',
  'connect-failed': 'try-again',
  'connect-timeout': 'try-again',
  unexpected: 'try-again',
  interrupted: 'try-again',
  'not-known-yet': 'try-again',
  unreachable: 'try-again',
  unreadable: 'try-again',
  offline: 'try-again',
  'not-sent': 'try-again',
  repeated: 'try-again',
  'another-agent': 'change',
  'part-missing': 'reload',
}

/** True if the same task may succeed when it is sent again. */
export const isWorthTrying = ({ code }: ClientFailure): boolean => remedies[code] === 'try-again'

/** The agent reloads the page: it has old code, or it signs the agent in again. */
export const isReloadHelp = ({ code }: ClientFailure): boolean =>
  remedies[code] === 'reload' || remedies[code] === 'sign-in'

/** The agent signs in before anything else. */
export const isSignInHelp = ({ code }: ClientFailure): boolean => remedies[code] === 'sign-in'

/** The same press would fail again, so the button is not offered as the next step. */
export function wouldFailAgain({ code }: ClientFailure, isDraftChanged: boolean): boolean {
  const remedy = remedies[code]
  if (remedy === 'try-again' || remedy === 'look-over') return false
  return remedy !== 'change' || !isDraftChanged
}

/**
 * Each of these codes is about one known field of a task. A message has several possible fields, so it marks one only if the
 * proxy names it.
 */
const codesOfFields: ReadonlySet<string> = new Set([
  'destination-gone',
  'template-changed',
  'not-your-contact',
])

/** True if the form shows this failure at the fields that the proxy refuses. A newer proxy may refuse fields that this form does not have. */
export const marksFields = ({ code, issues }: ClientFailure, request: AnyRequest): boolean =>
  (codesOfFields.has(code) && !isMessageRequest(request)) ||
  ((code === 'invalid' || code === 'upload-refused' || code === 'recipient-refused') &&
    issues.some((issue) => readIssue(issue) !== undefined))

/**
 * True if the complaints at the fields say everything. A changed template is also reported in a notice, even if no field has a
 * complaint any more.
 */
export const isSaidAtFields = (failure: ClientFailure, request: AnyRequest): boolean =>
  marksFields(failure, request) && failure.code !== 'template-changed'

/** After these failures the request may have been carried out. Every other code means that it was refused. */
const lostCodes: ReadonlySet<ClientFailure['code']> = new Set([
  'connect-failed',
  'connect-timeout',
  'unexpected',
  'interrupted',
  'unreachable',
  'unreadable',
])

/** True if this request was refused. That says nothing about an earlier request whose answer was lost. */
export const isRefusal = ({ code, outcome }: ClientFailure): boolean =>
  outcome === 'not-created' || !lostCodes.has(code)
