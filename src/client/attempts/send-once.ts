import type { Attempt } from '../../core/attempts/attempt.ts'
import { TaskClientError, type ClientFailure } from '../task-client-error.ts'
import type { RunSetting } from './run-setting.ts'
import { isOpen, showSending, showWait, type RunningAttempt, type Sent } from './running-attempt.ts'

export type Answer<Result> = { readonly result: Result } | { readonly failure: ClientFailure }

/** The page was closed or reloaded before the answer came. */
export const interrupted: ClientFailure = { code: 'interrupted', outcome: 'unknown', issues: [] }

const notSent: ClientFailure = { code: 'not-sent', outcome: 'not-created', issues: [] }

/** `isInTime` is called again, because the computer may have slept since the last call. */
export async function answerTo<Request, Result>(
  { send }: Pick<RunSetting<Request, Result>, 'send'>,
  attempt: Attempt<Request>,
  isInTime: () => boolean,
): Promise<Answer<Result>> {
  if (!isInTime()) return { failure: notSent }
  try {
    return { result: await send(attempt, isInTime) }
  } catch (error) {
    if (error instanceof TaskClientError) return { failure: error.failure }
    // An exception of our own may come after the request was carried out, so the outcome is unknown.
    return { failure: { code: 'unreadable', outcome: 'unknown', issues: [] } }
  }
}

/** The failure when time is up: that of the last try, if there was one. */
export function tooLate<Request, Result>(
  { setting, isLost }: RunningAttempt<Request, Result>,
  last: ClientFailure | undefined,
): ClientFailure {
  if (last) return last
  if (isLost()) return interrupted
  return setting.network.isOnline() ? notSent : { ...notSent, code: 'offline' }
}

/** Fixes the bytes of the attempt. Resolves to a failure if that is not possible. */
async function seal<Request, Result>(
  run: RunningAttempt<Request, Result>,
): Promise<ClientFailure | undefined> {
  const { attempt, setting } = run
  showWait(run, { for: 'files', left: 0 })
  const sealed = await setting.sealing.seal(attempt.request, attempt.clientToken)
  if ('failure' in sealed) return sealed.failure
  run.attempt = { ...attempt, request: sealed.request }
  return undefined
}

/** Sends the attempt once, after sealing it. Undefined if it was given up before it could be sent. */
export async function sendOnce<Request, Result>(
  run: RunningAttempt<Request, Result>,
  begun: Sent | undefined,
): Promise<Answer<Result> | undefined> {
  const { setting, signal } = run
  const failure = isOpen(setting.sealing, run.attempt) ? await seal(run) : undefined
  if (signal.aborted) return undefined
  if (failure) return { failure }
  const { firstSentAt, age } = begun ?? showSending(run)
  await setting.beforeSend(!run.isLost())
  if (signal.aborted) return undefined
  const answer = await answerTo(setting, run.attempt, () => run.leftMs() > 0)
  if ('failure' in answer && answer.failure.outcome === 'unknown')
    setting.questions.add(run.attempt, firstSentAt, age)
  return answer
}
