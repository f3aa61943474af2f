import { isAnswered, type UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { OpenQuestions } from '../attempts/open-questions.ts'
import { stopwatchSince, type Clocks } from '../attempts/stopwatch.ts'
import type { KnownAttempts } from './known-attempts.ts'
import type { Progress } from './progress.ts'

/** The news of other windows for a submission. */
export interface FromOtherWindows<Request> {
  /** Asks about attempts of other windows, too. */
  readonly learn: (attempts: readonly UncertainAttempt<Request>[]) => void
  /**
   * Another window knows that these attempts have created their tasks, so the panel neither asks about them nor calls them
   * refused.
   */
  readonly learnCreated: (clientTokens: readonly string[]) => void
  /** Another window is sending these attempts, so their outcome here may no longer be the last. */
  readonly learnUnderWay: (clientTokens: readonly string[]) => void
}

interface Parts<Request, Result> {
  readonly questions: OpenQuestions<Request>
  readonly known: KnownAttempts<Request, Result>
  readonly progress: Progress<Request, Result>
  readonly clocks: Clocks
  /** An attempt of this window is on its way. */
  readonly isRunning: () => boolean
}

export function fromOtherWindows<Request, Result>(parts: Parts<Request, Result>): FromOtherWindows<Request> {
  const { questions, known, progress, clocks, isRunning } = parts

  /** True if this window asks about the attempt, knows its outcome, or is sending it for the first time. */
  const isKnownHere = (sent: UncertainAttempt<Request>) =>
    questions.find(sent.attempt.clientToken) !== undefined ||
    isAnswered(questions.tokens(), sent.attempt.clientToken, sent.firstSentAt) ||
    (progress.step().status === 'sending' && progress.isShown(sent.attempt))

  return {
    learn: (attempts) => {
      const others = attempts.filter((sent) => !isKnownHere(sent))
      if (others.length === 0) return
      for (const { attempt, firstSentAt } of others) {
        questions.add(attempt, firstSentAt, stopwatchSince(firstSentAt, clocks))
        known.adopt(attempt)
      }
      const { status, attempt: shown } = progress.step()
      // Another window has sent the same attempt after it was refused here. The form may have another text now, so the question
      // is asked beside the form.
      const isOfFailure = status === 'not-done' && questions.find(shown.clientToken) !== undefined
      // Set the latest attempt first: without it, later questions would not be stored.
      if (isOfFailure || status === 'idle') progress.rest()
      else progress.showAgain()
    },
    learnUnderWay: (clientTokens) => {
      const { status, attempt } = progress.step()
      if (status === 'not-done' && clientTokens.includes(attempt.clientToken)) progress.rest()
    },
    learnCreated: (clientTokens) => {
      const step = progress.step()
      const shown = step.attempt?.clientToken
      const { settled } = questions.tokens()
      // Not the attempt that this window is sending: it gets its answer here.
      const news = clientTokens.filter(
        (token) => !settled.includes(token) && !(isRunning() && token === shown),
      )
      if (news.length === 0) return
      for (const token of news) questions.settle(token)
      const isOfStep = shown !== undefined && news.includes(shown)
      if (isOfStep && (step.status === 'unknown' || step.status === 'not-done')) progress.rest()
      else progress.showAgain()
    },
  }
}
