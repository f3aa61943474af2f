import type { Context } from 'hono'
import {
  problemMediaType,
  statusByCode,
  type Problem,
  type ProblemCode,
} from '../../contract/problems/problem.ts'
import type { ProblemFacts } from '../problem-error.ts'
import { answeredIssues } from './answered-issues.ts'
import type { RequestEnvironment } from '../logs/request-log.ts'

const titles: Record<ProblemCode, string> = {
  unauthenticated: 'No valid token',
  'sign-in-unavailable': 'The token could not be checked',
  forbidden: 'Not allowed',
  'not-your-contact': 'Not the caller’s contact',
  'unknown-agent': 'No Connect user for this token',
  'not-found': 'Nothing here',
  malformed: 'The request could not be read',
  'too-large': 'The request is too large',
  'unsupported-type': 'Unsupported content type',
  invalid: 'The task was refused',
  'destination-gone': 'The destination is not offered',
  'template-changed': 'The template has changed or is not active',
  'upload-refused': 'The upload was refused',
  'store-failed': 'The store of uploads failed',
  'quota-reached': 'A Connect quota is reached',
  'already-ended': 'The task has ended',
  'already-accepted': 'Another agent has accepted the task',
  'already-started': 'The task has started',
  'reschedule-limit': 'The time of the task cannot be changed again',
  'recipient-refused': 'No message may go to this number',
  'quiet-hours': 'It is too early or too late for a message',
  'message-interval': 'The customer got a message a short while ago',
  throttled: 'Connect is throttling',
  busy: 'The proxy is busy',
  'connect-denied': 'Connect denied the proxy',
  'connect-failed': 'Connect failed',
  'connect-timeout': 'Connect did not answer in time',
  unexpected: 'The proxy failed',
}

type SentFacts = Pick<
  ProblemFacts,
  'code' | 'detail' | 'outcome' | 'issues' | 'issuesLeftOut' | 'retryAfterSeconds'
>

export function problemBody(facts: SentFacts, requestId: string): Problem {
  const { code, detail, outcome = 'not-created', issues, issuesLeftOut, retryAfterSeconds } = facts
  return {
    status: statusByCode[code],
    code,
    title: titles[code],
    detail,
    requestId,
    outcome,
    ...(issues ? answeredIssues(issues, issuesLeftOut) : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  }
}

/** Every failure of a request is answered here. */
export function problemResponse(context: Context<RequestEnvironment>, facts: ProblemFacts): Response {
  const { code, retryAfterSeconds, challenge } = facts
  const problem = problemBody(facts, context.get('requestId'))
  return context.body(JSON.stringify(problem), statusByCode[code], {
    'content-type': problemMediaType,
    'cache-control': 'no-store',
    ...(challenge === undefined ? {} : { 'www-authenticate': challenge }),
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
  })
}
