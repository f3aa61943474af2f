import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Outcome, ProblemCode } from '../../contract/problem.ts'
import type { Destination } from '../../core/fields/destination.ts'
import type { LinkType } from '../../core/fields/link.ts'

/** One request, with nothing in it that an agent typed or a customer said. */
export interface RequestLine {
  readonly requestId: string
  readonly method: string
  /** The pattern, not the path. */
  readonly route: string
  readonly status: number
  readonly durationMs: number
  readonly code?: ProblemCode
  readonly outcome?: Outcome
  readonly agentId?: string
  readonly linkedContactId?: string
  readonly createdContactId?: string
  readonly connectRequestId?: string
  /** Of an unforeseen error: its class and where it was thrown. */
  readonly error?: { readonly name: string; readonly frames: readonly string[] }
}

/** What becomes known of a request while it is answered. */
type RequestFacts = Omit<RequestLine, 'requestId' | 'method' | 'route' | 'status' | 'durationMs'>

export interface RequestEnvironment {
  Variables: {
    requestId: string
    facts: RequestFacts
    /** Gives back the agent's place among the requests under way, if they have one. */
    leave?: () => void
  }
}

export type LogRequest = (line: RequestLine) => void

/** Which task was asked for from what: ids that Connect knows, and no word of the task. */
export interface AskedTask {
  readonly linkedContactId?: string
  readonly link?: LinkType
  readonly destination: Destination
  readonly scheduled: boolean
}

interface CreatedTask extends AskedTask {
  readonly createdContactId: string
}

/** One whose answer was lost. */
export interface PossibleTask extends Partial<AskedTask> {
  readonly outcome: 'unknown'
  readonly connectRequestId?: string
}

/** Who created which task, or may have. */
export type TaskLine = { readonly requestId: string; readonly agentId: string } & (CreatedTask | PossibleTask)

export type LogTask = (line: TaskLine) => void

const knownMethods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/** Names every request by an id of our own, and writes its line when it is answered. */
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
      // A method is whatever the caller wrote.
      method: knownMethods.has(context.req.method) ? context.req.method : 'other',
      // Of the handler that ran last: the panel's files match every path, and come after the API.
      route: routePath(context),
      status: context.res.status,
      durationMs: Math.round((performance.now() - startedAt) * 10) / 10,
      ...context.get('facts'),
    })
  }
}

/** An unforeseen error without its message, which may quote what was being read. */
export function errorFacts(error: Error): NonNullable<RequestLine['error']> {
  const { stack = '', message } = error
  const at = stack.lastIndexOf(message)
  // A message that was changed later leaves the first one in the stack, where nobody can tell it from a frame.
  const afterMessage = at === -1 ? '' : stack.slice(message === '' ? 0 : at + message.length)
  const frames = afterMessage.split('\n').map((line) => line.trim())
  return { name: error.constructor.name, frames: frames.filter((line) => line.startsWith('at ')) }
}
