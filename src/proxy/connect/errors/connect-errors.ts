import * as z from 'zod/mini'
import { connectAdvice } from './connect-advice.ts'
import type { OperationFacts, RefusalKind } from '../operation.ts'
import { networkReasonOf } from '../../network-reason.ts'
import { ProblemError, type LoggedFacts, type ProblemFacts } from '../../problem-error.ts'
import type { ReasonOf } from '../../refusal-reasons.ts'

type ConnectOperation = Pick<OperationFacts, 'name' | 'writes' | 'refusals' | 'namedRefusals'>

// The members that an exception of the SDK may have, in all its layers.
const exceptionSchema = z.object({
  name: z.string(),
  code: z.optional(z.string()),
  /** A union with one member, whose name is the reason. Only the name is used, so its value may have any form. */
  // oxlint-disable-next-line promise/valid-params -- zod's `catch`, not that of a promise
  Reason: z.catch(z.optional(z.record(z.string(), z.unknown())), undefined),
  $metadata: z.optional(
    z.object({ httpStatusCode: z.optional(z.number()), requestId: z.optional(z.string()) }),
  ),
  $response: z.optional(z.object({ headers: z.record(z.string(), z.string()) })),
})

interface ConnectException {
  readonly name: string
  readonly code?: string | undefined
  readonly status?: number | undefined
  readonly requestId?: string | undefined
  readonly retryAfter?: string | undefined
  /** The name of Connect’s reason, where it gives one. */
  readonly reasonName?: string | undefined
}

function readException(error: unknown): ConnectException {
  const { data } = exceptionSchema.safeParse(error)
  if (!data) return { name: error instanceof Error ? error.name : 'unknown' }
  return {
    name: data.name,
    code: data.code,
    status: data.$metadata?.httpStatusCode,
    requestId: data.$metadata?.requestId,
    retryAfter: data.$response?.headers['retry-after'],
    reasonName: Object.values(data.Reason ?? {}).find((value) => typeof value === 'string'),
  }
}

// CommonErrors lists ThrottlingException as a 400; API TPS throttling comes as TooManyRequestsException.
const throttlingNames = new Set(['ThrottlingException', 'Throttling', 'TooManyRequestsException'])

/** AWS's services, the STS among them, spell these with and without “Exception”. */
const credentialReasons: Readonly<Record<string, ReasonOf<'connect-denied'>>> = {
  CredentialsProviderError: 'credentials-missing',
  TokenProviderError: 'credentials-missing',
  MissingAuthenticationToken: 'credentials-missing',
  ExpiredToken: 'credentials-expired',
  UnrecognizedClient: 'credentials-refused',
  InvalidClientTokenId: 'credentials-refused',
  InvalidAccessKeyId: 'credentials-refused',
  InvalidSignature: 'credentials-refused',
  SignatureDoesNotMatch: 'credentials-refused',
  IncompleteSignature: 'credentials-refused',
  // STS, which the SDK asks for the credentials of a role. Connect writes AccessDeniedException.
  AccessDenied: 'role-refused',
  InvalidIdentityToken: 'role-refused',
  RequestExpired: 'clock-differs',
  RequestTimeTooSkewed: 'clock-differs',
}

function credentialReason(name: string): ReasonOf<'connect-denied'> | undefined {
  if (name === 'AccessDeniedException') return undefined
  const key = name.replace(/Exception$/, '')
  return Object.hasOwn(credentialReasons, key) ? credentialReasons[key] : undefined
}

const refusalNames = new Set(['InvalidRequestException', 'InvalidParameterException'])

/** There was no server that could be trusted, so nothing was sent. */
const unsentReasons: ReadonlySet<string | undefined> = new Set([
  'host-unknown',
  'connection-refused',
  'unreachable',
  'certificate',
])

/** Connect’s rates are per second, so nearly all waits end within this. */
const retryAfterSecondsDefault = 2
const retryAfterSecondsLimit = 60

function retryAfterSeconds({ retryAfter }: ConnectException): number {
  const seconds = Number(retryAfter)
  if (!Number.isInteger(seconds) || seconds < 1) return retryAfterSecondsDefault
  return Math.min(seconds, retryAfterSecondsLimit)
}

type Reading = (exception: ConnectException, operation: ConnectOperation) => ProblemFacts

const throttled: Reading = (exception, { name }) => ({
  code: 'throttled',
  reason: 'throttled',
  detail: `Connect is throttling ${name}; nothing was done. Send the same request again after the wait.`,
  retryAfterSeconds: retryAfterSeconds(exception),
})

const quotaReached: Reading = (_exception, { name }) => ({
  code: 'quota-reached',
  reason: 'quota',
  detail: `Connect refused ${name}: a quota of the instance is reached.`,
})

const denied: Reading = (exception, { name }) => ({
  code: 'connect-denied',
  reason:
    credentialReason(exception.name) ??
    (exception.name === 'AccessDeniedException' ? 'permission-missing' : 'denied'),
  detail: `Connect denied ${name}. Check the proxy’s AWS credentials and that its role allows connect:${name} on this instance.`,
})

const missing: Reading = (_exception, { name }) => ({
  code: 'connect-failed',
  reason: 'not-in-connect',
  detail: `Connect found nothing for ${name}. Check CONNECT_INSTANCE_ARN.`,
})

const refused: Reading = (_exception, { writes, name }) => ({
  ...(writes ? { code: 'invalid' } : { code: 'connect-failed' }),
  reason: 'refused-by-connect',
  detail: `Connect refused ${name} as invalid; its reason is in the AWS logs under the request id the proxy logged.`,
})

const timedOut: Reading = (_exception, { name, writes }) => ({
  code: 'connect-timeout',
  reason: 'timeout',
  detail: `Connect did not answer ${name} in time.`,
  outcome: writes ? 'unknown' : 'not-created',
})

const failedUnsent: Reading = ({ code = '' }, { name }) => ({
  code: 'connect-failed',
  reason: networkReasonOf(code) ?? 'failed',
  detail: `Connect could not be asked for ${name}; nothing was done.`,
})

const refusedOtherwise: Reading = (_exception, { name }) => ({
  code: 'connect-failed',
  reason: 'refused-by-connect',
  detail: `Connect refused ${name} with a status that the proxy does not know; nothing was done.`,
})

const failed: Reading = ({ code = '' }, { name, writes }) => ({
  code: 'connect-failed',
  reason: networkReasonOf(code) ?? 'failed',
  detail: `Connect failed, or its answer was lost or unreadable, in ${name}.`,
  outcome: writes ? 'unknown' : 'not-created',
})

/** The reading of the operation's own refusal, or the one that suits every operation. */
const own =
  (kind: RefusalKind, otherwise: Reading): Reading =>
  (exception, operation) =>
    operation.refusals?.[kind] ?? otherwise(exception, operation)

const readingByStatus: Readonly<Record<number, Reading>> = {
  400: refused,
  401: denied,
  402: own('quota', quotaReached),
  403: denied,
  404: own('missing', missing),
  408: timedOut,
  409: own('conflict', refusedOtherwise),
  410: own('ended', refusedOtherwise),
  413: own('too-large', refusedOtherwise),
  504: timedOut,
}

function readingWithoutStatus({ name, code = '' }: ConnectException): Reading {
  const reason = networkReasonOf(code)
  if (unsentReasons.has(reason)) return failedUnsent
  return name === 'TimeoutError' && reason !== 'connection-lost' ? timedOut : failed
}

/** First status 429, then names, then the other statuses: names are missing or differ between AWS’s layers. */
function readingOf(exception: ConnectException): Reading {
  const { name, status } = exception
  if (status === 429) return name === 'LimitExceededException' ? own('limit', quotaReached) : throttled
  if (throttlingNames.has(name)) return throttled
  if (credentialReason(name)) return denied
  if (status === undefined) return readingWithoutStatus(exception)
  const known = readingByStatus[status]
  if (known) return known
  return status > 400 && status < 500 ? refusedOtherwise : failed
}

/** Connect names the reason of a few refusals. After each of them Connect has done nothing. */
const namedRefusal = (
  { reasonName, status }: ConnectException,
  { namedRefusals = {} }: ConnectOperation,
): ProblemFacts | undefined =>
  reasonName !== undefined && (status === 400 || status === 402) && Object.hasOwn(namedRefusals, reasonName)
    ? namedRefusals[reasonName]
    : undefined

/** AWS’s request id, if it has the form of one: a gateway in between may send any text. */
export const connectRequestId = (text: string | undefined): Pick<LoggedFacts, 'connectRequestId'> =>
  text !== undefined && /^[\w-]{1,64}$/.test(text) ? { connectRequestId: text } : {}

/** An exception of the SDK as a problem. Connect’s text is left out, because it may hold ARNs and account ids. */
export function connectProblem(error: unknown, operation: ConnectOperation): ProblemError {
  // Thrown by the proxy before anything was sent.
  if (error instanceof ProblemError) return error
  const exception = readException(error)
  const facts = namedRefusal(exception, operation) ?? readingOf(exception)(exception, operation)
  const logged = {
    ...connectAdvice(facts, operation.name, exception.name),
    ...connectRequestId(exception.requestId),
  }
  return new ProblemError({ ...facts, logged }, { cause: error })
}

/** True if Connect knows no such thing, or if the id has no form that it knows. */
export function isUnknownToConnect(error: unknown): boolean {
  const { name, status } = readException(error)
  return status === 404 || (status === 400 && refusalNames.has(name))
}
