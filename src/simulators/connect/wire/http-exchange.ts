import type { IncomingMessage, ServerResponse } from 'node:http'
import { ServiceError } from './service-error.ts'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export async function readBody(request: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of request) {
    if (chunk instanceof Uint8Array) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

export function jsonAnswer(status: number, body: object): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}

export function errorAnswer(error: unknown): Answer {
  const { status, type, message, reason } =
    error instanceof ServiceError ? error : new ServiceError(500, 'InternalServiceException', String(error))
  const answer = jsonAnswer(status, { Message: message, Reason: reason })
  return { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': type } }
}

export function send(response: ServerResponse, { status, headers, body }: Answer) {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
}

/** Splits a request target into path and query; the path is not decoded or normalised. */
export function splitTarget(target: string) {
  const [path = '', ...query] = target.split('?')
  return { path, query: new URLSearchParams(query.join('?')) }
}
