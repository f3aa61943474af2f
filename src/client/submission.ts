import { attemptFor, attemptPatienceSeconds, type Attempt, type EarlierAttempt } from '../core/attempt.ts'
import type { TaskRequest } from '../core/task-request.ts'
import type { CreatedTask } from '../contract/tasks.ts'
import { TaskClientError, type ClientFailure } from './task-client-error.ts'

/** Where one task stands on its way to Connect. */
export type SubmissionState =
  | { readonly status: 'idle' }
  | { readonly status: 'sending'; readonly attempt: Attempt }
  /** Connect is busy: nothing was created, and it is asked again by itself. */
  | { readonly status: 'waiting'; readonly attempt: Attempt; readonly seconds: number }
  /** An answer was lost: the same attempt is being asked again, to learn what became of it. */
  | { readonly status: 'checking'; readonly attempt: Attempt }
  | { readonly status: 'created'; readonly attempt: Attempt; readonly task: CreatedTask }
  | { readonly status: 'not-created'; readonly attempt: Attempt; readonly failure: ClientFailure }
  | { readonly status: 'unknown'; readonly attempt: Attempt; readonly failure: ClientFailure }

export interface SubmissionOptions {
  /** What must be done with an attempt before it is sent; it is sent all the same when that fails. */
  readonly beforeSend?: () => Promise<void>
  readonly send: (attempt: Attempt) => Promise<CreatedTask>
  readonly newToken: (content: string) => string
  readonly wait: (milliseconds: number) => Promise<void>
  /** What was last sent before the page was loaded again. */
  readonly earlier?: EarlierAttempt | undefined
}

/** The only thing that sends a task again. */
export interface Submission {
  readonly subscribe: (onChange: () => void) => () => void
  readonly getSnapshot: () => SubmissionState
  /** Sends a request; while one is on its way, a second call does nothing. */
  readonly submit: (request: TaskRequest) => Promise<void>
  /** Asks once more what became of an attempt whose outcome is unknown. */
  readonly askAgain: () => Promise<void>
  /** Takes note that the agent has read the failure and goes on editing; the content keeps its token. */
  readonly dismiss: () => void
  /** Gives up a wait for a busy Connect, while it is certain that nothing was created; the content keeps its token. */
  readonly stopWaiting: () => void
  /** Sends nothing any more: the agent who asked for it is gone, and the next one must not ask in their place. */
  readonly abandon: () => void
}

/** How often an attempt is sent by itself after the first time, those askings left out to which the proxy has called it. */
const resendLimit = 3

/** Seconds to wait when nobody said how long. */
const resendAfterSeconds = 2

/** The page went while the task was on its way. */
const interrupted: ClientFailure = { code: 'interrupted', outcome: 'unknown', issues: [] }

/** Nothing was sent to Connect, and the proxy has said when it will be this agent's turn. */
const isCalledBack = ({ code, retryAfterSeconds }: ClientFailure) =>
  code === 'busy' && retryAfterSeconds !== undefined

const isWorthSendingAgain = ({ code, outcome }: ClientFailure) =>
  outcome === 'unknown' || code === 'throttled' || code === 'busy'

export function createSubmission(options: SubmissionOptions): Submission {
  const { beforeSend, send, newToken, wait, earlier } = options
  const listeners = new Set<() => void>()
  let latest = earlier?.attempt
  /** The attempt, if any, of which an answer was lost. */
  let uncertain = earlier?.outcome === 'unknown' ? earlier.attempt : undefined
  let state: SubmissionState = uncertain
    ? { status: 'unknown', attempt: uncertain, failure: interrupted }
    : { status: 'idle' }
  let isAbandoned = false

  function become(next: SubmissionState) {
    state = next
    for (const listener of listeners) listener()
  }

  async function failureOf(attempt: Attempt): Promise<ClientFailure | undefined> {
    let task: CreatedTask
    try {
      task = await send(attempt)
    } catch (error) {
      if (error instanceof TaskClientError) return error.failure
      // Anything unforeseen may have happened after the task was created.
      return { code: 'unreadable', outcome: 'unknown', issues: [] }
    }
    // Not above: whoever fails to take the news is no reason to send the task again.
    become({ status: 'created', attempt, task })
    return undefined
  }

  /** Once an answer was lost, a later "not created" speaks only of the later asking: the first may still have succeeded. */
  async function run(attempt: Attempt): Promise<void> {
    const answerWasLost = () => uncertain?.clientToken === attempt.clientToken
    let [resends, waitedSeconds] = [0, 0]
    for (;;) {
      become({ status: answerWasLost() ? 'checking' : 'sending', attempt })
      // Each asking must end before the next may begin.
      await beforeSend?.().catch(() => {})
      if (isAbandoned) return
      const failure = await failureOf(attempt)
      if (!failure) return
      if (failure.outcome === 'unknown') uncertain = attempt
      const seconds = Math.max(failure.retryAfterSeconds ?? resendAfterSeconds, 1)
      if (isCalledBack(failure)) waitedSeconds += seconds
      else resends += 1
      if (!isWorthSendingAgain(failure) || resends > resendLimit || waitedSeconds > attemptPatienceSeconds) {
        become({ status: answerWasLost() ? 'unknown' : 'not-created', attempt, failure })
        return
      }
      const pause: SubmissionState = answerWasLost()
        ? { status: 'checking', attempt }
        : { status: 'waiting', attempt, seconds }
      become(pause)
      await wait(seconds * 1_000)
      if (isAbandoned || state !== pause) return
    }
  }

  const isUnderWay = () =>
    state.status === 'sending' || state.status === 'waiting' || state.status === 'checking'

  return {
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    getSnapshot: () => state,
    submit: async (request) => {
      if (isAbandoned || isUnderWay() || state.status === 'unknown' || state.status === 'created') return
      latest = attemptFor(request, latest, newToken)
      await run(latest)
    },
    askAgain: async () => {
      if (!isAbandoned && state.status === 'unknown') await run(state.attempt)
    },
    dismiss: () => {
      if (!isUnderWay()) become({ status: 'idle' })
    },
    stopWaiting: () => {
      if (state.status === 'waiting') become({ status: 'idle' })
    },
    abandon: () => {
      isAbandoned = true
    },
  }
}
