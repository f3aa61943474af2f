import {
  attemptFor,
  isUncertain,
  withoutUncertain,
  withUncertain,
  type Attempt,
  type EarlierAttempts,
} from '../core/attempt.ts'
import { createSnapshotStore, type Snapshots } from '../core/snapshot-store.ts'
import { freshPatience, pauseAfter, type Patience } from './patience.ts'
import { isUnderWay, type SubmissionState, type SubmissionStep } from './submission-state.ts'
import { TaskClientError, type ClientFailure } from './task-client-error.ts'

export interface SubmissionOptions<Request, Result> {
  /** Work to finish before an attempt is sent. If it fails, the attempt is sent all the same. */
  readonly beforeSend?: () => Promise<void>
  readonly send: (attempt: Attempt<Request>) => Promise<Result>
  readonly newToken: (content: string) => string
  readonly wait: (milliseconds: number) => Promise<void>
  /** Spreads the tries of several panels; `Math.random` unless given. */
  readonly random?: () => number
  /** The present time by the proxy's clock, in milliseconds since the epoch. */
  readonly now: () => number
  /** What was sent before the page was reloaded. */
  readonly earlier?: EarlierAttempts<Request> | undefined
}

/** Sends the request of a command, of any kind. No other part of the panel sends an attempt again. */
export interface Submission<Request, Result> extends Snapshots<SubmissionState<Request, Result>> {
  /** Sends a request. Does nothing while an earlier one is on its way. */
  readonly submit: (request: Request) => Promise<void>
  /** Sends the attempt of unknown outcome once more, to learn its outcome. */
  readonly askAgain: () => Promise<void>
  /** The agent has read the failure and edits on. The same content keeps its token. */
  readonly dismiss: () => void
  /** Ends the wait for a busy Connect, while it is certain that nothing was done. The same content keeps its token. */
  readonly stopWaiting: () => void
  /** Sends nothing more, because the agent has signed out and the next one must not send in their place. */
  readonly abandon: () => void
}

/** The page was reloaded before the answer came. */
const interrupted: ClientFailure = { code: 'interrupted', outcome: 'unknown', issues: [] }

type Answer<Result> = { readonly result: Result } | { readonly failure: ClientFailure }

async function sendOnce<Request, Result>(
  send: SubmissionOptions<Request, Result>['send'],
  attempt: Attempt<Request>,
): Promise<Answer<Result>> {
  try {
    return { result: await send(attempt) }
  } catch (error) {
    if (error instanceof TaskClientError) return { failure: error.failure }
    // A fault of our own may come after the request was carried out.
    return { failure: { code: 'unreadable', outcome: 'unknown', issues: [] } }
  }
}

export function createSubmission<Request, Result>(
  options: SubmissionOptions<Request, Result>,
): Submission<Request, Result> {
  const { beforeSend, send, newToken, wait, random = Math.random, now, earlier } = options
  let latest = earlier?.latest
  // A later refusal is about a later request: these may have succeeded all the same.
  let uncertain = earlier?.uncertain ?? []
  let isAbandoned = false
  const hasLostAnswer = (attempt: Attempt<Request>) => isUncertain(attempt, uncertain)
  const stateOf = (step: SubmissionStep<Request, Result>): SubmissionState<Request, Result> => ({
    ...step,
    uncertain,
  })
  const store = createSnapshotStore(
    stateOf(
      latest && hasLostAnswer(latest)
        ? { status: 'unknown', attempt: latest, failure: interrupted }
        : { status: 'idle', ...(latest ? { attempt: latest } : {}) },
    ),
  )
  const show = (step: SubmissionStep<Request, Result>) => {
    const state = stateOf(step)
    store.set(state)
    return state
  }
  const known = () => [...(latest ? [latest] : []), ...uncertain.map(({ attempt }) => attempt)]
  const rest = () => void show({ status: 'idle', ...(latest ? { attempt: latest } : {}) })

  /** Sends once and waits as long as needed before the next time. Undefined when there is no next time. */
  async function sendAndWait(attempt: Attempt<Request>, spent: Patience): Promise<Patience | undefined> {
    const firstSentAt = now()
    show(
      hasLostAnswer(attempt) ? { status: 'checking', attempt } : { status: 'sending', attempt, firstSentAt },
    )
    await beforeSend?.().catch(() => {})
    if (isAbandoned) return undefined
    const answer = await sendOnce(send, attempt)
    if ('result' in answer) {
      uncertain = withoutUncertain(uncertain, attempt)
      show({ status: 'done', attempt, result: answer.result })
      return undefined
    }
    const { failure } = answer
    if (failure.outcome === 'unknown') uncertain = withUncertain(uncertain, { attempt, firstSentAt })
    const pause = pauseAfter(failure, spent, random)
    if (!pause) {
      show({ status: hasLostAnswer(attempt) ? 'unknown' : 'not-done', attempt, failure })
      return undefined
    }
    const { seconds, patience } = pause
    const paused = show(
      hasLostAnswer(attempt)
        ? { status: 'checking', attempt }
        : { status: 'waiting', attempt, seconds, reason: failure.code },
    )
    await wait(seconds * 1_000)
    return isAbandoned || store.getSnapshot() !== paused ? undefined : patience
  }

  async function run(attempt: Attempt<Request>): Promise<void> {
    let patience: Patience | undefined = freshPatience
    // Each request must end before the next may begin.
    while (patience) patience = await sendAndWait(attempt, patience)
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    submit: async (request) => {
      const { status } = store.getSnapshot()
      if (isAbandoned || (status !== 'idle' && status !== 'not-done')) return
      latest = attemptFor(request, known(), newToken)
      await run(latest)
    },
    askAgain: async () => {
      const state = store.getSnapshot()
      if (!isAbandoned && state.status === 'unknown') await run(state.attempt)
    },
    dismiss: () => {
      if (!isUnderWay(store.getSnapshot())) rest()
    },
    stopWaiting: () => {
      if (store.getSnapshot().status === 'waiting') rest()
    },
    abandon: () => {
      isAbandoned = true
    },
  }
}
