import type { Attempt } from '../core/attempts/attempt.ts'
import { callOutside } from '../core/listeners/call-outside.ts'
import { createSnapshotStore, type Snapshots } from '../core/listeners/snapshot-store.ts'
import { messageOptionsPath } from '../contract/messages/message-paths.ts'
import type { MessageOptions } from '../core/message/message-options.ts'
import type { Destinations } from '../core/fields/destination-key.ts'
import type { TaskTemplate } from '../core/templates/template.ts'
import type { TaskOfContact, TasksOfContact } from '../contract/tasks/tasks-of-contact.ts'
import type { Me } from '../contract/reads/me.ts'
import type { Outcome } from '../contract/problems/problem.ts'
import type { ContactReferences } from '../contract/reads/contact-references.ts'
import { uploadLimitsPath } from '../contract/uploads/upload-paths.ts'
import type { UploadLimits } from '../contract/uploads/uploads.ts'
import type { LinkedContact } from '../contract/reads/read-answers.ts'
import { taskPath, tasksOfPath } from '../contract/tasks/task-paths.ts'
import {
  configPath,
  contactPath,
  contactReferencesPath,
  destinationsPath,
  mePath,
  templatePath,
} from '../contract/reads/reads.ts'
import type { PanelConfig } from '../contract/config/panel-config.ts'
import type { Command, Reader } from './command.ts'
import type { ReadAnswers } from './read-schemas.ts'
import { TaskClientError, type ClientFailure } from './task-client-error.ts'

export interface TaskClientOptions {
  /** The origin of the proxy; empty for the page's own. */
  readonly baseUrl: string
  /** The browser's own `fetch` if absent. */
  readonly fetch?: typeof fetch
  /** The agent's bearer token. Undefined if no agent is signed in. */
  readonly token: () => Promise<string | undefined>
  /** Calls back after each sign-in. Returns a function that stops it. */
  readonly onSignedIn?: (signedIn: () => void) => () => void
  /** Calls back after each sign-out, and before another agent signs in. Returns a function that stops it. */
  readonly onSignedOut?: (signedOut: () => void) => () => void
  /** Gets a fresh token after the proxy refused the old one. Resolves to whether there is one, of the same person. */
  readonly renewToken: () => Promise<boolean>
  /** How long an answer may take before the outcome counts as unknown. */
  readonly timeoutMs?: number
}

/** The operations of the proxy. Every failure is a {@link TaskClientError}. */
export interface TaskClient {
  /** False if the last requests did not reach the proxy. */
  readonly isReached: Snapshots<boolean>
  readonly onSignedIn: NonNullable<TaskClientOptions['onSignedIn']>
  readonly onSignedOut: NonNullable<TaskClientOptions['onSignedOut']>
  readonly me: () => Promise<Me>
  /** The settings of the deployment, such as the address of its CCP. */
  readonly config: () => Promise<PanelConfig>
  readonly destinations: () => Promise<Destinations>
  readonly template: (templateId: string) => Promise<TaskTemplate>
  readonly contact: (contactId: string) => Promise<LinkedContact>
  /** The references that a contact of the agent has. */
  readonly contactReferences: (contactId: string) => Promise<ContactReferences>
  /** Whether tasks can have files, and which. */
  readonly uploadLimits: () => Promise<UploadLimits>
  /** The text messages that the agent may send, about one of their contacts or about none. */
  readonly messageOptions: (contactId?: string) => Promise<MessageOptions>
  /** A task that the agent created. */
  readonly task: (contactId: string) => Promise<TaskOfContact>
  /** The tasks that are linked to a contact of the agent. */
  readonly tasksOf: (contactId: string) => Promise<TasksOfContact>
  /**
   * Sends an attempt of a command once. Its outcome is unknown if no readable answer comes. `isInTime` is called just before
   * each request is sent, because fetching the token may take long and the computer may sleep. If it returns false, the attempt
   * fails with `not-sent`.
   */
  readonly send: <Request, Result>(
    command: Command<Request, Result>,
    attempt: Attempt<Request>,
    isInTime?: () => boolean,
  ) => Promise<Result>
}

// Longer than the proxy waits for Connect, so that the proxy's answer usually comes first.
const defaultTimeoutMs = 20_000

const statusUnauthorized = 401

/** One lost request may be an accident. Two lost requests in a row mean that the proxy cannot be reached. */
const lostInARow = 2

/** The agent signed out before the request was sent. It must not be sent with the token of the next agent. */
const signedOut: ClientFailure = { code: 'unauthenticated', outcome: 'not-created', issues: [] }

/** The attempt may not be sent any more. */
const tooLate: ClientFailure = { code: 'not-sent', outcome: 'not-created', issues: [] }

/** Returns why a request must not be sent now. */
type Obstacle = () => ClientFailure | undefined

type Readers = (typeof import('./read-schemas.ts'))['readSchemas']

let loading: Promise<Readers> | undefined

/** The readers of all answers. Those that could not be loaded are tried again with the next request. */
function loadReaders(): Promise<Readers> {
  loading ??= import('./read-schemas.ts').then(
    ({ readSchemas }) => readSchemas,
    (cause: unknown) => {
      loading = undefined
      throw new TaskClientError({ code: 'part-missing', outcome: 'not-created', issues: [] }, { cause })
    },
  )
  return loading
}

/** Reads an answer by its name. */
const late = <Name extends keyof ReadAnswers>(name: Name): Reader<ReadAnswers[Name]> => ({
  safeParse: async (answer) => (await loadReaders())[name].safeParse(answer),
})

async function failureOf(response: Response, outcome: Outcome): Promise<TaskClientError> {
  const problem = await late('problem').safeParse(await response.json().catch(() => undefined))
  if (!problem.success) return new TaskClientError({ code: 'unreadable', outcome, issues: [] })
  const { code, issues, retryAfterSeconds, requestId } = problem.data
  return new TaskClientError({
    code,
    outcome: problem.data.outcome,
    issues: issues ?? [],
    requestId,
    ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  })
}

/** Sends one request with the agent's token. It does not send it if an obstacle came up while the token was fetched. */
type SendRequest = (path: string, init: RequestInit, obstacleNow: Obstacle) => Promise<Response>

function requesting(options: TaskClientOptions, note: (isAnswered: boolean) => void): SendRequest {
  // A variable, because the browser's `fetch` throws when it is called as a member of `options`.
  const { fetch: fetchFrom = fetch } = options
  return async (path, init, obstacleNow) => {
    const token = await options.token()
    // The token may belong to another agent now.
    const obstacle = obstacleNow()
    if (obstacle) throw new TaskClientError(obstacle)
    const asked = fetchFrom(`${options.baseUrl}${path}`, {
      ...init,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      credentials: 'omit',
      signal: AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs),
    })
    asked.then(
      () => note(true),
      () => note(false),
    )
    return asked
  }
}

type AskInit = RequestInit & { readonly isInTime?: () => boolean }

/** Asks the proxy and reads its answer. `outcome` is the outcome of the request when no readable answer comes. */
type Ask = <Answer>(path: string, schema: Reader<Answer>, outcome: Outcome, init?: AskInit) => Promise<Answer>

function asking(
  request: SendRequest,
  { renewToken, onSignedOut }: Pick<TaskClientOptions, 'renewToken'> & Pick<TaskClient, 'onSignedOut'>,
): Ask {
  return async function ask<Answer>(
    path: string,
    schema: Reader<Answer>,
    outcome: Outcome,
    { isInTime = () => true, ...init }: AskInit = {},
  ): Promise<Answer> {
    const unreachable = (cause: unknown): never => {
      if (cause instanceof TaskClientError) throw cause
      throw new TaskClientError({ code: 'unreachable', outcome, issues: [] }, { cause })
    }
    /**
     * True if the proxy refused this request but the same one may have arrived before: browsers repeat requests by themselves.
     */
    let isInDoubt = false
    let hasSignedOut = false
    const stopListening = onSignedOut(() => {
      hasSignedOut = true
    })
    const obstacleNow: Obstacle = () => (hasSignedOut && signedOut) || (isInTime() ? undefined : tooLate)
    try {
      const readers = loadReaders()
      // A read begins at once. A command waits for the readers: without them the panel could not tell its outcome.
      if (outcome === 'unknown') await readers
      else readers.catch(() => {})
      let response = await request(path, init, obstacleNow).catch(unreachable)
      if (response.status === statusUnauthorized) {
        const refused = await failureOf(response, outcome)
        if (hasSignedOut || !(await renewToken())) throw refused
        isInDoubt = refused.failure.outcome === 'unknown'
        response = await request(path, init, obstacleNow).catch(unreachable)
      }
      if (!response.ok) throw await failureOf(response, outcome)
      const answer = await schema.safeParse(await response.json().catch(() => undefined))
      if (!answer.success) throw new TaskClientError({ code: 'unreadable', outcome, issues: [] })
      return answer.data
    } catch (error) {
      if (!isInDoubt || !(error instanceof TaskClientError)) throw error
      throw new TaskClientError({ ...error.failure, outcome: 'unknown' }, { cause: error })
    } finally {
      // An exception here would hide that a task was created.
      callOutside(stopListening)
    }
  }
}

export function createTaskClient(options: TaskClientOptions): TaskClient {
  const { onSignedIn = () => () => {}, onSignedOut = () => () => {} } = options
  const isReached = createSnapshotStore(true)
  let lost = 0
  const note = (isAnswered: boolean) => {
    lost = isAnswered ? 0 : lost + 1
    isReached.set(lost < lostInARow)
  }
  const ask = asking(requesting(options, note), { renewToken: () => options.renewToken(), onSignedOut })

  return {
    isReached,
    onSignedIn,
    onSignedOut,
    me: () => ask(mePath, late('me'), 'not-created'),
    config: () => ask(configPath, late('config'), 'not-created'),
    destinations: () => ask(destinationsPath, late('destinations'), 'not-created'),
    template: (templateId) => ask(templatePath(templateId), late('template'), 'not-created'),
    contact: (contactId) => ask(contactPath(contactId), late('contact'), 'not-created'),
    contactReferences: (contactId) =>
      ask(contactReferencesPath(contactId), late('contactReferences'), 'not-created'),
    uploadLimits: () => ask(uploadLimitsPath, late('uploadLimits'), 'not-created'),
    messageOptions: (contactId) => ask(messageOptionsPath(contactId), late('messageOptions'), 'not-created'),
    task: (contactId) => ask(taskPath(contactId), late('task'), 'not-created'),
    tasksOf: (contactId) => ask(tasksOfPath(contactId), late('tasksOf'), 'not-created'),
    send: ({ path, body, result }, attempt, isInTime) =>
      ask(path(attempt.request), result, 'unknown', {
        method: 'POST',
        body: JSON.stringify(body(attempt)),
        ...(isInTime ? { isInTime } : {}),
      }),
  }
}
