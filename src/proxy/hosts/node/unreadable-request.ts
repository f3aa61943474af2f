import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { problemMediaType, statusByCode, type Outcome } from '../../../contract/problems/problem.ts'
import { problemBody } from '../../http/problem-response.ts'
import { errorFacts, type LogRequest, type RequestLine } from '../../logs/request-log.ts'
import type { CodeAndReason } from '../../problem-error.ts'

type Refusal = CodeAndReason<'malformed' | 'too-large' | 'unexpected'> & {
  readonly status: number
  /** The words after the status. */
  readonly phrase: string
  readonly detail: string
  /** `not-created` if absent. */
  readonly outcome?: Outcome
}

/** The answers, by the code of Node’s error. */
const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    phrase: 'Request Header Fields Too Large',
    code: 'too-large',
    reason: 'headers',
    detail: 'The headers of the request are larger than 128 KB.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    phrase: 'Payload Too Large',
    code: 'too-large',
    reason: 'chunk-extensions',
    detail: 'The chunks of the request’s body have too long extensions.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    phrase: 'Request Timeout',
    code: 'malformed',
    reason: 'request-timeout',
    detail: 'The request did not arrive in time.',
    // A browser may have sent it before, and this one has not even told whose it is.
    outcome: 'unknown',
  },
}

const noRequest: Refusal = {
  status: 400,
  phrase: 'Bad Request',
  code: 'malformed',
  reason: 'http',
  detail: 'The request is not valid HTTP.',
}

const noHost: Refusal = {
  ...noRequest,
  code: 'malformed',
  reason: 'host-header',
  detail: 'The request needs one Host header, and has none or more than one.',
}

/** The usual status is 417, but no problem code has it. */
const unknownExpectation: Refusal = {
  ...noRequest,
  code: 'malformed',
  reason: 'expect-header',
  detail: 'The request has an Expect header that is not 100-continue.',
}

const codeOf = (error: Error) => ('code' in error ? String(error.code) : '')

const bodyOf = ({ status, code, detail, outcome = 'not-created' }: Refusal, requestId: string) =>
  JSON.stringify({ ...problemBody({ code, detail, outcome }, requestId), status })

const headersOf = (requestId: string) => ({
  connection: 'close',
  'content-type': problemMediaType,
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-request-id': requestId,
})

function written(refusal: Refusal, requestId: string): string {
  const body = bodyOf(refusal, requestId)
  const headers = { ...headersOf(requestId), 'content-length': Buffer.byteLength(body) }
  return [
    `HTTP/1.1 ${refusal.status} ${refusal.phrase}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body,
  ].join('\r\n')
}

const lineOf = (
  { status, code, reason, outcome = 'not-created' }: Refusal,
  requestId: string,
): RequestLine => ({
  requestId,
  method: 'other',
  route: 'unreadable',
  status,
  durationMs: 0,
  code,
  reason,
  outcome,
})

/** Answers bytes that Node could not read with a problem, and closes the connection. `answering` is the response under way. */
export function refuseUnreadable(
  error: Error,
  socket: Duplex,
  answering: ServerResponse | undefined,
  log: LogRequest,
): void {
  const isUnderWay = answering?.writableFinished === false
  // These bytes came after a whole request, and the caller would take this problem for the response to it.
  const isCutOff = isUnderWay && (answering.headersSent || answering.req.complete)
  // A second response inside the first would confuse the caller, and a caller who has left reads none.
  if (isCutOff || !socket.writable || codeOf(error) === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const refusal = refusals[codeOf(error)] ?? noRequest
  const requestId = crypto.randomUUID()
  socket.end(written(refusal, requestId), () => socket.destroy())
  // A request that has begun gets its line from the app.
  if (isUnderWay) return
  log(lineOf(refusal, requestId))
}

/** The same for a request with a host or an address that is not valid. */
export function refusePlace(log: LogRequest): Response {
  const requestId = crypto.randomUUID()
  log(lineOf(noRequest, requestId))
  return new Response(bodyOf(noRequest, requestId), {
    status: noRequest.status,
    headers: headersOf(requestId),
  })
}

/** A fault outside the app, which answers its own. */
const fault: Refusal = {
  status: statusByCode.unexpected,
  phrase: 'Internal Server Error',
  code: 'unexpected',
  reason: 'unexpected',
  detail: 'The proxy failed unexpectedly. Its log has the request id.',
}

/** The same for a fault outside the app. It is not known how far the request came. */
export function answerFault(error: unknown, log: LogRequest): Response {
  const requestId = crypto.randomUUID()
  log({
    ...lineOf(fault, requestId),
    outcome: 'unknown',
    ...(error instanceof Error ? { error: errorFacts(error) } : {}),
  })
  const body = JSON.stringify(problemBody({ ...fault, outcome: 'unknown' }, requestId))
  return new Response(body, { status: fault.status, headers: headersOf(requestId) })
}

const hostHeaders = ({ rawHeaders }: IncomingMessage) =>
  rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length

/** HTTP/1.1 requires one Host header (RFC 9112, 3.2); HTTP/1.0 requires none. */
function refusalOf(incoming: IncomingMessage, isExpectationKnown: boolean): Refusal | undefined {
  const hosts = hostHeaders(incoming)
  if (hosts > 1 || (hosts === 0 && incoming.httpVersion === '1.1')) return noHost
  return isExpectationKnown ? undefined : unknownExpectation
}

/** The same for a request with headers that no server may accept. Returns true if it was refused. */
export function refuseHead(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  isExpectationKnown: boolean,
  log: LogRequest,
): boolean {
  const refusal = refusalOf(incoming, isExpectationKnown)
  if (!refusal) return false
  const requestId = crypto.randomUUID()
  const body = bodyOf(refusal, requestId)
  outgoing.writeHead(refusal.status, { ...headersOf(requestId), 'content-length': Buffer.byteLength(body) })
  outgoing.end(body)
  log(lineOf(refusal, requestId))
  return true
}
