import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Outcome, ProblemCode } from '../../contract/problems/problem.ts'
import type { Destination } from '../../core/fields/destination-key.ts'
import type { LinkType } from '../../core/fields/link-types.ts'
import type { MessageSubtype } from '../../core/message/message-parameters.ts'
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
    /** The agent in whose name it is carried out, if it changes a task. */
    deliveredBy?: string
    /** The same request was delivered a moment before. */
    isSentAgain?: boolean
    /** The memory of begun tasks answers it. */
    isKnownTask?: boolean
  }
}

export type LogRequest = (line: RequestLine) => void

/** The task that an agent asked for: only ids that Connect knows, no text of the task. */
export interface AskedTask {
  readonly linkedContactId?: string
  readonly link?: LinkType
  readonly destination: Destination
  readonly scheduled: boolean
  /** The files of the task; absent without any. */
  readonly attachments?: readonly { readonly uploadId: string; readonly bytes: number }[]
}

interface CreatedTask extends AskedTask {
  readonly createdContactId: string
}

/** The message that an agent asked for: no number and no text. */
export interface AskedMessage {
  readonly linkedContactId?: string
  readonly subtype: MessageSubtype
  /** The country of the number, ISO 3166-1 alpha-2; absent if it could be of several. */
  readonly country?: string
  /** Whether the agent has confirmed that the customer agreed. */
  readonly consent: boolean
  /** The text of the policy that was sent; absent for a text of the agent’s own. */
  readonly textId?: string
  readonly templateId?: string
}

interface SentMessage extends AskedMessage {
  /** The chat that begins with the message. */
  readonly createdContactId: string
}

/** A task that was stopped or moved. */
export interface ChangedTask {
  readonly taskContactId: string
}

/** What may have been done, because Connect's answer was lost. */
export type Possible<Asked> = LostAnswer | (LostAnswer & Asked)

interface LostAnswer {
  readonly outcome: 'unknown'
  readonly connectRequestId?: string
}

/** What was done with a file, by ids and numbers only. */
export interface UploadLine {
  readonly upload: 'begun' | 'accepted' | 'refused' | 'discarded'
  readonly uploadId: string
  readonly bytes: number
  /** Why it was refused. */
  readonly reason?: RefusalReason
}

/** What was done to a task that exists. */
export type TaskChange = 'stop' | 'schedule'

/** The agent, and the task that they created or changed, or may have, or the message that they sent, or the file that they uploaded. */
export type TaskLine = { readonly requestId: string; readonly agentId: string } & (
  | CreatedTask
  | Possible<AskedTask>
  | SentMessage
  | Possible<AskedMessage>
  | ({ readonly change: TaskChange } & (ChangedTask | Possible<ChangedTask>))
  | UploadLine
)

export type LogTask = (line: TaskLine) => void

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
