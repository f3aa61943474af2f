import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { type ConnectFailures, type Failure, failureAnswer, htmlAnswer } from './failures.ts'
import { type Answer, errorAnswer, jsonAnswer, readBody, send, splitTarget } from '../wire/http-exchange.ts'
import type { InstanceState } from '../state/instance-state.ts'
import { findOperation } from '../operations.ts'
import type { RateLimits } from './rates.ts'
import type { CallLog } from './received-calls.ts'
import { ServiceError } from '../wire/service-error.ts'
import { verifySignature } from '../wire/signature.ts'

export interface ServiceParts {
  readonly state: () => InstanceState
  readonly log: CallLog
  readonly failures: ConnectFailures
  /** Undefined while rates are not enforced. */
  readonly rateLimits: () => RateLimits | undefined
  readonly signatureNow: () => number
}

/** The answer to a call, or undefined to reset its connection. */
type Outcome = (Answer & { readonly isTruncated?: true }) | undefined

export async function answerServiceCall(
  parts: ServiceParts,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { method = '', url: target = '' } = request
  const body = await readBody(request)
  const { path, query } = splitTarget(target)
  const match = findOperation(method, path)
  const answered = parts.log.add({
    operation: match?.operation.name,
    method,
    path: target,
    body: Buffer.from(body).toString(),
  })
  const outcome = await decide().catch(errorAnswer)
  if (outcome === undefined) {
    request.socket.resetAndDestroy()
    return
  }
  answered(outcome.status)
  // The SDK corrects its clock by this header.
  response.setHeader('date', new Date(parts.signatureNow()).toUTCString())
  if ('isTruncated' in outcome) {
    const half = outcome.body.slice(0, outcome.body.length / 2)
    response.writeHead(outcome.status, { ...outcome.headers, 'content-length': outcome.body.length })
    response.write(half, () => request.socket.destroy())
    return
  }
  send(response.setHeader('x-amzn-requestid', randomUUID()), outcome)

  async function decide(): Promise<Outcome> {
    if (match === undefined)
      throw new ServiceError(404, 'UnknownOperationException', `No operation at ${method} ${path}.`)
    const { operation, labels } = match
    await verifySignature({ method, target, headers: headersOf(request), body }, parts.signatureNow())
    parts.rateLimits()?.take(operation)
    const work = () => perform(() => operation.answer({ labels, query, body }, parts.state()))
    return failOr(work, parts.failures.take(operation.name))
  }
}

async function perform(answer: () => object | Promise<object>): Promise<Answer> {
  try {
    return jsonAnswer(200, await answer())
  } catch (error) {
    return errorAnswer(error)
  }
}

async function failOr(work: () => Promise<Answer>, failure: Failure | undefined): Promise<Outcome> {
  switch (failure?.kind) {
    case undefined:
      return work()
    case 'error':
      return failureAnswer(failure)
    case 'html':
      return htmlAnswer(failure.status)
    case 'reset':
      return undefined
    case 'response-lost':
      await work()
      return undefined
    case 'empty':
      return { ...(await work()), body: '' }
    case 'truncated':
      return { ...(await work()), isTruncated: true }
    case 'held': {
      const answer = await work()
      await failure.hold()
      return answer
    }
    case 'slow': {
      const answer = await work()
      await wait(failure.milliseconds, undefined, { ref: false })
      return answer
    }
  }
}

/** Headers with lower-case names; repeated headers are joined with commas, as HTTP defines. */
function headersOf({ headers }: IncomingMessage) {
  return new Map(Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(', ')]))
}
