import { assumedTokenMemoryMs, type EarlierAttempts } from '../../core/attempts/attempt.ts'
import type { Snapshots } from '../../core/listeners/snapshot-store.ts'
import { createLine, type Line } from '../attempts/line.ts'
import { createOpenQuestions } from '../attempts/open-questions.ts'
import type { RunSetting } from '../attempts/run-setting.ts'
import { alwaysSealed, type Sealing } from '../attempts/sealing.ts'
import { interrupted } from '../attempts/send-once.ts'
import { isUnderWay, type SubmissionState } from '../attempts/submission-state.ts'
import { alwaysOnline, type Network } from '../network/network.ts'
import type { ClientFailure } from '../task-client-error.ts'
import { askBeside } from './ask-beside.ts'
import { fromOtherWindows, type FromOtherWindows } from './from-other-windows.ts'
import { createKnownAttempts } from './known-attempts.ts'
import { createProgress } from './progress.ts'
import { createRunner } from './runner.ts'

export interface SubmissionOptions<Request, Result> {
  /**
   * Work to finish before an attempt is sent, or is given up unsent. If it fails, the attempt is sent all the same. `isFirst`: it
   * cannot have been carried out, as far as this window knows.
   */
  readonly beforeSend?: (isFirst: boolean) => Promise<void>
  readonly send: RunSetting<Request, Result>['send']
  readonly newToken: (content: string) => string
  readonly wait: (milliseconds: number) => Promise<void>
  /** Spreads the tries of several panels. `Math.random` by default. */
  readonly random?: () => number
  /** The present time by the proxy's clock, in milliseconds since the epoch. */
  readonly now: () => number
  /** A monotonic clock in milliseconds. The page's own by default. */
  readonly uptime?: () => number
  /** The line of the account's attempts. Without it, an attempt does not wait for others. */
  readonly line?: Line
  readonly network?: Network
  /** Checks a request again after it had to wait. Returns the failure if it must not be sent now. */
  readonly judge?: (request: Request) => Promise<ClientFailure | undefined>
  /** Completes a request just before it is sent. Without it, requests are complete from the start. */
  readonly sealing?: Sealing<Request>
  /** How long Connect remembers the token of a request. `assumedTokenMemoryMs` by default. */
  readonly tokenMemoryMs?: (request: Request) => number
  /** The command does no harm when it is carried out twice, so it may be sent again at any time. */
  readonly isRepeatable?: boolean
  /** The attempts from before the page was reloaded. */
  readonly earlier?: EarlierAttempts<Request> | undefined
}

/**
 * The agent's answer to the question whether an attempt succeeded. With a result if the panel has found the task in Connect.
 */
export type AgentsAnswer<Result> = 'created' | 'not-created' | { readonly result: Result }

/** Sends the request of a command, of any kind. No other part of the panel sends an attempt again. */
export interface Submission<Request, Result>
  extends Snapshots<SubmissionState<Request, Result>>, FromOtherWindows<Request> {
  /**
   * Sends a request. Does nothing while an earlier one is on its way, or while its outcome is unknown. If the same request was
   * carried out before, its result is shown and it is not sent again, unless the agent wants it `once more`.
   */
  readonly submit: (request: Request, howOften?: 'once' | 'once more') => Promise<void>
  /**
   * Sends an attempt of unknown outcome once more, to learn its outcome: the latest unless a token is given. Does nothing
   * once Connect may have forgotten the token; only the agent can settle it then.
   */
  readonly askAgain: (clientToken?: string) => Promise<void>
  /** Whether `askAgain` may still send the attempt. */
  readonly mayAskAgain: (clientToken: string) => boolean
  /** The agent has found out the outcome of an attempt. */
  readonly settle: (clientToken: string, answer: AgentsAnswer<Result>) => void
  /** The agent has read the failure and goes on editing. The same content keeps its token, and open questions stay. */
  readonly dismiss: () => void
  /** Takes back an attempt that waits, while it is certain that nothing was done. The same content keeps its token. */
  readonly stopWaiting: () => void
  /** Sends nothing, because another window has created the task. Only before the attempt is sent. */
  readonly withdraw: () => void
  /** Sends nothing more, because the agent has signed out and the next one must not send in their place. */
  readonly abandon: () => void
}

/** The parts of a submission that need no memory of their own, with the usual value of each absent option. */
function settingOf<Request, Result>(
  options: SubmissionOptions<Request, Result>,
): Omit<RunSetting<Request, Result>, 'show'> {
  const { beforeSend, send, wait, now, earlier, isRepeatable = false } = options
  const { random = Math.random, uptime = () => performance.now() } = options
  const { line = createLine(), network = alwaysOnline, judge = async () => undefined } = options
  const { sealing = alwaysSealed<Request>(), tokenMemoryMs = () => assumedTokenMemoryMs } = options
  const clocks = { now, uptime }
  const memory = isRepeatable
    ? { byItselfMs: Infinity, byAgentMs: () => Infinity }
    : { byItselfMs: assumedTokenMemoryMs, byAgentMs: tokenMemoryMs }
  return {
    send,
    beforeSend: async (isFirst) => beforeSend?.(isFirst).catch(() => {}),
    judge,
    wait,
    random,
    clocks,
    line,
    network,
    questions: createOpenQuestions(earlier?.uncertain ?? [], clocks, memory, sealing.sealedUntil),
    sealing,
  }
}

export function createSubmission<Request, Result>(
  options: SubmissionOptions<Request, Result>,
): Submission<Request, Result> {
  const { newToken, now, earlier } = options
  const parts = settingOf(options)
  const { questions, sealing, clocks } = parts
  const known = createKnownAttempts<Request, Result>({
    latest: earlier?.latest,
    questions,
    sealing,
    newToken,
    now,
  })
  const progress = createProgress({ questions, known, isEdited: earlier?.isEdited ?? false })
  const setting: RunSetting<Request, Result> = { ...parts, show: progress.show }
  const runner = createRunner(setting)
  const { step, isShown } = progress
  let isAbandoned = false

  const mayAskAgain = (clientToken: string) => questions.askableMs(clientToken) > 0

  function giveUp(): void {
    runner.giveUp()
    progress.rest()
  }

  return {
    subscribe: progress.subscribe,
    getSnapshot: progress.getSnapshot,
    ...fromOtherWindows({ questions, known, progress, clocks, isRunning: runner.isRunning }),
    mayAskAgain,
    submit: async (request, howOften = 'once') => {
      const { status } = step()
      if (isAbandoned || runner.isRunning() || (status !== 'idle' && status !== 'not-done')) return
      const attempt = known.begin(request, howOften)
      const { clientToken } = attempt
      const question = questions.find(clientToken)
      const same = known.resultOf(clientToken)
      if (same) progress.show({ status: 'done', ...same })
      else if (known.isConfirmed(clientToken)) progress.show({ status: 'confirmed', attempt })
      else if (question && !mayAskAgain(clientToken))
        progress.show({ status: 'unknown', attempt, failure: question.failure ?? interrupted })
      else await runner.run(attempt)
    },
    askAgain: async (clientToken = known.latest()?.clientToken ?? '') => {
      const question = questions.find(clientToken)
      if (isAbandoned || !question || question.isBeingAsked || !mayAskAgain(clientToken)) return
      if (step().status === 'unknown' && isShown(question.attempt)) await runner.run(question.attempt)
      // If that is not so, the attempt is already on its way.
      else if (!runner.isRunning() || !isShown(question.attempt))
        await askBeside(question, setting, progress, () => isAbandoned)
    },
    settle: (clientToken, answer) => {
      const question = questions.find(clientToken)
      if (!question || question.isBeingAsked || (runner.isRunning() && isShown(question.attempt))) return
      const { attempt } = question
      if (typeof answer === 'object') {
        progress.succeed(attempt, answer.result)
        return
      }
      if (answer === 'created') {
        questions.settle(clientToken)
        known.confirm(attempt)
      } else questions.deny(clientToken)
      if (step().status !== 'unknown' || !isShown(attempt)) progress.showAgain()
      else if (answer === 'created') progress.show({ status: 'confirmed', attempt })
      else progress.rest()
    },
    dismiss: () => {
      if (!isUnderWay(progress.getSnapshot())) progress.rest()
    },
    stopWaiting: () => {
      if (step().status === 'waiting') giveUp()
    },
    withdraw: giveUp,
    abandon: () => {
      isAbandoned = true
      runner.giveUp()
    },
  }
}
