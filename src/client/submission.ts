import { attemptFor, type Attempt, type EarlierAttempt } from '../core/attempt.ts'
import { createSnapshotStore, type Snapshots } from '../core/snapshot-store.ts'
import { freshPatience, pauseAfter, type Patience } from './patience.ts'
import { isUnderWay, type SubmissionState } from './submission-state.ts'
import { TaskClientError, type ClientFailure } from './task-client-error.ts'

export interface SubmissionOptions<Request, Result> {
  /** Work to finish before an attempt is sent. If it fails, the attempt is sent all the same. */
  readonly beforeSend?: () => Promise<void>
  readonly send: (attempt: Attempt<Request>) => Promise<Result>
  readonly newToken: (content: string) => string
  readonly wait: (milliseconds: number) => Promise<void>
  /** Spreads the tries of several panels; `Math.random` unless given. */
  readonly random?: () => number
  /** The attempt that was sent last before the page was reloaded. */
  readonly earlier?: EarlierAttempt<Request> | undefined
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
  type State = SubmissionState<Request, Result>
  const { beforeSend, send, newToken, wait, random = Math.random, earlier } = options
  let latest = earlier?.attempt
  /** The attempt that lost an answer, if any. */
  let uncertain = earlier?.outcome === 'unknown' ? earlier.attempt : undefined
  let isAbandoned = false
  const store = createSnapshotStore<State>(
    uncertain ? { status: 'unknown', attempt: uncertain, failure: interrupted } : { status: 'idle' },
  )
  // Once an answer was lost, a later "not created" is about the later request only: the first may have succeeded.
  const hasLostAnswer = (attempt: Attempt<Request>) => uncertain?.clientToken === attempt.clientToken

  /** Sends once and waits as long as needed before the next time. Undefined when there is no next time. */
  async function sendAndWait(attempt: Attempt<Request>, spent: Patience): Promise<Patience | undefined> {
    store.set({ status: hasLostAnswer(attempt) ? 'checking' : 'sending', attempt })
    await beforeSend?.().catch(() => {})
    if (isAbandoned) return undefined
    const answer = await sendOnce(send, attempt)
    if ('result' in answer) {
      store.set({ status: 'done', attempt, result: answer.result })
      return undefined
    }
    const { failure } = answer
    if (failure.outcome === 'unknown') uncertain = attempt
    const pause = pauseAfter(failure, spent, random)
    if (!pause) {
      store.set({ status: hasLostAnswer(attempt) ? 'unknown' : 'not-done', attempt, failure })
      return undefined
    }
    const { seconds, patience } = pause
    const paused: State = hasLostAnswer(attempt)
      ? { status: 'checking', attempt }
      : { status: 'waiting', attempt, seconds, reason: failure.code }
    store.set(paused)
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
      latest = attemptFor(request, latest, newToken)
      await run(latest)
    },
    askAgain: async () => {
      const state = store.getSnapshot()
      if (!isAbandoned && state.status === 'unknown') await run(state.attempt)
    },
    dismiss: () => {
      if (!isUnderWay(store.getSnapshot())) store.set({ status: 'idle' })
    },
    stopWaiting: () => {
      if (store.getSnapshot().status === 'waiting') store.set({ status: 'idle' })
    },
    abandon: () => {
      isAbandoned = true
    },
  }
}
