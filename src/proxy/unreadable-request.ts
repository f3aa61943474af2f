import type { ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { problemMediaType, type ProblemCode } from '../contract/problem.ts'
import { problemOfFailure } from './problem-response.ts'
import type { LogRequest } from './request-log.ts'

interface Refusal {
  readonly status: number
  readonly reason: string
  readonly code: ProblemCode
  readonly detail: string
}

/** By Node's name for what was wrong. */
const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'Request Header Fields Too Large',
    code: 'too-large',
    detail: 'The headers of the request are larger than 128 KB.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    reason: 'Payload Too Large',
    code: 'too-large',
    detail: 'The chunks of the request’s body have too long extensions.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'Request Timeout',
    code: 'malformed',
    detail: 'The request did not arrive in time.',
  },
}

const noRequest: Refusal = {
  status: 400,
  reason: 'Bad Request',
  code: 'malformed',
  detail: 'What arrived is no HTTP request.',
}

const codeOf = (error: Error) => ('code' in error ? String(error.code) : '')

function written({ status, reason, code, detail }: Refusal, requestId: string): string {
  const body = JSON.stringify({ ...problemOfFailure({ code, detail }, requestId), status })
  return [
    `HTTP/1.1 ${status} ${reason}`,
    'connection: close',
    `content-length: ${Buffer.byteLength(body)}`,
    `content-type: ${problemMediaType}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    `x-request-id: ${requestId}`,
    '',
    body,
  ].join('\r\n')
}

/** Refuses what Node could not read, in the shape of every other refusal, and hangs up. `answering` is what the caller is being answered. */
export function refuseUnreadable(
  error: Error,
  socket: Duplex,
  answering: ServerResponse | undefined,
  log: LogRequest,
): void {
  const isCutOff = answering?.headersSent === true && !answering.writableFinished
  // An answer within an answer would be worse than none, and who has left hears neither.
  if (isCutOff || !socket.writable || codeOf(error) === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const refusal = refusals[codeOf(error)] ?? noRequest
  const requestId = crypto.randomUUID()
  socket.end(written(refusal, requestId), () => socket.destroy())
  // A request that has begun has a line of its own.
  if (answering && !answering.writableFinished) return
  const { status, code } = refusal
  log({
    requestId,
    method: 'other',
    route: 'unreadable',
    status,
    durationMs: 0,
    code,
    outcome: 'not-created',
  })
}
