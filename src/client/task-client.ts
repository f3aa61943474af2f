import type { Attempt } from '../core/attempt.ts'
import type { Destinations } from '../core/fields/destination.ts'
import type { Me } from '../contract/me.ts'
import type { Outcome } from '../contract/problem.ts'
import {
  contactPath,
  destinationsPath,
  destinationsSchema,
  linkedContactSchema,
  linkedQuery,
  mePath,
  type LinkedContact,
} from '../contract/reads.ts'
import { createdTaskSchema, createTaskBody, tasksPath, type CreatedTask } from '../contract/tasks.ts'
import { TaskClientError, type ClientFailure } from './task-client-error.ts'

export interface TaskClientOptions {
  /** The proxy's origin; empty for the page's own. */
  readonly baseUrl: string
  /** The browser's own when absent. */
  readonly fetch?: typeof fetch
  /** The agent's bearer token; absent when nobody is signed in. */
  readonly token: () => Promise<string | undefined>
  /** Calls back whenever somebody has signed in; returns how to stop. */
  readonly onSignedIn?: (signedIn: () => void) => () => void
  /** Calls back whenever the agent has signed out, or another one is about to sign in; returns how to stop. */
  readonly onSignedOut?: (signedOut: () => void) => () => void
  /** Asks for a fresh token after the proxy refused the old one; whether there is one now, of the same person. */
  readonly renewToken: () => Promise<boolean>
  /** How long an answer may take before its outcome counts as unknown. */
  readonly timeoutMs?: number
}

/** The proxy, as the panel sees it. Every failure is a {@link TaskClientError}. */
export interface TaskClient {
  readonly onSignedIn: NonNullable<TaskClientOptions['onSignedIn']>
  readonly onSignedOut: NonNullable<TaskClientOptions['onSignedOut']>
  readonly me: () => Promise<Me>
  readonly destinations: () => Promise<Destinations>
  readonly contact: (contactId: string) => Promise<LinkedContact>
  readonly linkedTasks: (contactId: string) => Promise<NonNullable<LinkedContact['linkedTasks']>>
  readonly createTask: (attempt: Attempt) => Promise<CreatedTask>
}

// Longer than the proxy's own patience with Connect, so that the proxy's answer usually wins.
const defaultTimeoutMs = 20_000

const statusUnauthorized = 401

/** What one person asked for is never sent in the name of the next: nothing was sent. */
const agentGone: ClientFailure = { code: 'unauthenticated', outcome: 'not-created', issues: [] }

type Reading<Answer> = { readonly success: true; readonly data: Answer } | { readonly success: false }

/** How to read an answer of the proxy's: a schema, or what fetches one. */
interface Reader<Answer> {
  readonly safeParse: (answer: unknown) => Reading<Answer> | Promise<Reading<Answer>>
}

/** How to read an agent's rules comes with the rules, after the form. */
const lateMeSchema: Reader<Me> = {
  safeParse: async (answer) => {
    const module = await import('../contract/me.ts').catch(() => undefined)
    return module ? module.meSchema.safeParse(answer) : { success: false }
  },
}

async function failureOf(response: Response, outcome: Outcome): Promise<TaskClientError> {
  // How to read a problem is not wanted before there is one.
  const module = await import('../contract/problem.ts').catch(() => undefined)
  const problem = module?.receivedProblemSchema.safeParse(await response.json().catch(() => undefined))
  if (!problem?.success) return new TaskClientError({ code: 'unreadable', outcome, issues: [] })
  const { code, issues, retryAfterSeconds, requestId } = problem.data
  return new TaskClientError({
    code,
    outcome: problem.data.outcome,
    issues: issues ?? [],
    requestId,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })
}

export function createTaskClient(options: TaskClientOptions): TaskClient {
  // Taken out of the options: called as their member, the browser's own would refuse.
  const { fetch: fetchFrom = fetch } = options

  const { onSignedIn = () => () => {}, onSignedOut = () => () => {} } = options

  async function send(path: string, init: RequestInit, isStillTheirs: () => boolean): Promise<Response> {
    const token = await options.token()
    // By now it may be somebody else's.
    if (!isStillTheirs()) throw new TaskClientError(agentGone)
    return fetchFrom(`${options.baseUrl}${path}`, {
      ...init,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      credentials: 'omit',
      signal: AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs),
    })
  }

  /** `outcome` is what an agent must assume when no readable answer comes back. */
  async function ask<Answer>(
    path: string,
    schema: Reader<Answer>,
    outcome: Outcome,
    init: RequestInit = {},
  ): Promise<Answer> {
    const unreachable = (cause: unknown): never => {
      if (cause instanceof TaskClientError) throw cause
      throw new TaskClientError({ code: 'unreachable', outcome, issues: [] }, { cause })
    }
    let isTheirs = true
    const stopListening = onSignedOut(() => {
      isTheirs = false
    })
    const isStillTheirs = () => isTheirs
    try {
      let response = await send(path, init, isStillTheirs).catch(unreachable)
      if (response.status === statusUnauthorized && isStillTheirs() && (await options.renewToken())) {
        response = await send(path, init, isStillTheirs).catch(unreachable)
      }
      if (!response.ok) throw await failureOf(response, outcome)
      const answer = await schema.safeParse(await response.json().catch(() => undefined))
      if (!answer.success) throw new TaskClientError({ code: 'unreadable', outcome, issues: [] })
      return answer.data
    } finally {
      stopListening()
    }
  }

  return {
    onSignedIn,
    onSignedOut,
    me: () => ask(mePath, lateMeSchema, 'not-created'),
    destinations: () => ask(destinationsPath, destinationsSchema, 'not-created'),
    contact: (contactId) => ask(contactPath(contactId), linkedContactSchema, 'not-created'),
    linkedTasks: async (contactId) => {
      const path = `${contactPath(contactId)}?${linkedQuery}`
      return (await ask(path, linkedContactSchema, 'not-created')).linkedTasks ?? []
    },
    createTask: (attempt) =>
      ask(tasksPath, createdTaskSchema, 'unknown', {
        method: 'POST',
        body: JSON.stringify(createTaskBody(attempt)),
      }),
  }
}
