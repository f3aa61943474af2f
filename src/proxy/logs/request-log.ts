import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Outcome, ProblemCode } from '../../contract/problems/problem.ts'
import type { LoggedFacts } from '../problem-error.ts'
import type { RefusalReason } from '../refusal-reasons.ts'

/** One request. It must not contain any text of an agent or a customer. */
export interface RequestLine extends LoggedFacts {
  readonly requestId: string
  readonly method: string
  /** The pattern of the route, not the path. */
  readonly route: string
  readonly status: number
  readonly durationMs: number
  readonly code?: ProblemCode
  readonly reason?: RefusalReason
  readonly outcome?: Outcome
  /** The first issues of a refused task, as `field code`, and the number of all. */
  readonly issues?: readonly string[]
  readonly issueCount?: number
  readonly agentId?: string
  readonly linkedContactId?: string
  readonly createdContactId?: string
  /** The class of an unexpected error, and where it was thrown. */
  readonly error?: { readonly name: string; readonly frames: readonly string[] }
}

/** Facts that become known while a request is handled. */
type RequestFacts = Omit<RequestLine, 'requestId' | 'method' | 'route' | 'status' | 'durationMs'>

export interface RequestEnvironment {
  Variables: {
    requestId: string
    facts: RequestFacts
    /** Gives back the agent’s place among the requests under way; absent before the agent has one. */
    leave?: () => void
    /** The agent in whose name it is carried out, if it changes something in Connect. */
    deliveredBy?: string
    /** The same request was delivered a moment before. */
    isSentAgain?: boolean
    /** The memory of begun commands answers it. */
    isKnownCommand?: boolean
  }
}

export type LogRequest = (line: RequestLine) => void

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Gives every request an id, and writes its line when it has its response. */
export function requestLog(write: LogRequest): MiddlewareHandler<RequestEnvironment> {
  return async (context, next) => {
    const requestId = crypto.randomUUID()
    const startedAt = performance.now()
    context.set('requestId', requestId)
    context.set('facts', {})
    context.header('x-request-id', requestId)
    await next()
    write({
      requestId,
      // The caller can send any text as a method.
      method: knownMethods.has(context.req.method) ? context.req.method : 'other',
      // The route of the last handler: the panel’s files match every path, and come after the API.
      route: routePath(context),
      status: context.res.status,
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
      ...context.get('facts'),
    })
  }
}

/** Adds facts to the line of this request. */
export function noteFacts(context: Context<RequestEnvironment>, facts: RequestFacts): void {
  context.set('facts', { ...context.get('facts'), ...facts })
}

/** An unexpected error without its message, which may quote the request. */
export function errorFacts(error: Error): NonNullable<RequestLine['error']> {
  const { stack = '', message } = error
  const at = stack.lastIndexOf(message)
  // If the message was changed later, the stack still holds the first one, which looks like a frame.
  const afterMessage = at === -1 ? '' : stack.slice(message === '' ? 0 : at + message.length)
  const frames = afterMessage.split('\n').map((line) => line.trim())
  return { name: error.constructor.name, frames: frames.filter((line) => line.startsWith('at ')) }
}
