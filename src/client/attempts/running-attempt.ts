import { attemptPatienceSeconds, type Attempt } from '../../core/attempts/attempt.ts'
import type { ClientFailure } from '../task-client-error.ts'
import type { RunSetting } from './run-setting.ts'
import type { Sealing } from './sealing.ts'
import { startStopwatch, type Stopwatch } from './stopwatch.ts'
import type { Wait } from './submission-state.ts'

const patienceMs = attemptPatienceSeconds * 1_000

/** An attempt from the agent's press until its outcome is known. */
export interface RunningAttempt<Request, Result> {
  readonly setting: RunSetting<Request, Result>
  /** Aborted when the attempt is given up: the agent has signed out or taken it back. */
  readonly signal: AbortSignal
  /** Resolves when `signal` is aborted. */
  readonly stopped: Promise<void>
  /** Changes once: sealing completes its bytes. */
  attempt: Attempt<Request>
  /** True if an answer was lost, now or earlier: the attempt may have been carried out. */
  readonly isLost: () => boolean
  /** How long the attempt may still be sent, in milliseconds. */
  readonly leftMs: () => number
}

const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true })
  })

export function startRunning<Request, Result>(
  asked: Attempt<Request>,
  setting: RunSetting<Request, Result>,
  signal: AbortSignal,
): RunningAttempt<Request, Result> {
  const { questions, clocks, sealing } = setting
  const { clientToken } = asked
  const waited = startStopwatch(clocks)
  const isLost = () => questions.find(clientToken) !== undefined
  /** If an answer was lost before this run, the agent has pressed "Check again" now. */
  const sinceAsked = isLost() ? waited : undefined
  const run: RunningAttempt<Request, Result> = {
    setting,
    signal,
    stopped: aborted(signal),
    attempt: asked,
    isLost,
    leftMs: () => {
      if (isLost()) return questions.resendableMs(clientToken, sinceAsked)
      const sealedMs = (sealing.sealedUntil(run.attempt.request) ?? Infinity) - clocks.now()
      return Math.min(patienceMs - waited(), sealedMs)
    },
  }
  return run
}

/** True if the attempt has not been sealed. */
export const isOpen = <Request>({ sealedUntil }: Sealing<Request>, { request }: Attempt<Request>): boolean =>
  sealedUntil(request) === undefined

export const showWait = <Request, Result>(run: RunningAttempt<Request, Result>, wait: Wait): void => {
  const { attempt, setting } = run
  setting.show(run.isLost() ? { status: 'checking', attempt } : { status: 'waiting', attempt, wait })
}

/** When a request was sent. */
export interface Sent {
  readonly firstSentAt: number
  readonly age: Stopwatch
}

export function showSending<Request, Result>(run: RunningAttempt<Request, Result>): Sent {
  const { attempt, setting } = run
  const firstSentAt = setting.clocks.now()
  setting.show(run.isLost() ? { status: 'checking', attempt } : { status: 'sending', attempt, firstSentAt })
  return { firstSentAt, age: startStopwatch(setting.clocks) }
}

export const showFailure = <Request, Result>(
  run: RunningAttempt<Request, Result>,
  failure: ClientFailure,
): void => run.setting.show({ status: run.isLost() ? 'unknown' : 'not-done', attempt: run.attempt, failure })
