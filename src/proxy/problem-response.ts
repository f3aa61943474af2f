import type { Context } from 'hono'
import { problemMediaType, statusByCode, type Problem, type ProblemCode } from '../contract/problem.ts'
import type { FailureFacts } from './failure.ts'
import type { RequestEnvironment } from './request-log.ts'

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
  'quota-reached': 'A Connect quota is reached',
  throttled: 'Connect is throttling',
  busy: 'The proxy is busy',
  'connect-denied': 'Connect denied the proxy',
  'connect-failed': 'Connect failed',
  'connect-timeout': 'Connect did not answer in time',
  unexpected: 'The proxy failed',
}

/** The one way any failure leaves the proxy. */
export function problemResponse(context: Context<RequestEnvironment>, facts: FailureFacts): Response {
  const { code, detail, outcome = 'not-created', issues, retryAfterSeconds, challenge } = facts
  const status = statusByCode[code]
  const problem: Problem = {
    status,
    code,
    title: titles[code],
    detail,
    requestId: context.get('requestId'),
    outcome,
    ...(issues ? { issues: [...issues] } : {}),
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  }
  return context.body(JSON.stringify(problem), status, {
    'content-type': problemMediaType,
    'cache-control': 'no-store',
    ...(challenge === undefined ? {} : { 'www-authenticate': challenge }),
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
  })
}
