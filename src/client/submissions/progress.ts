import type { Attempt } from '../../core/attempts/attempt.ts'
import { createSnapshotStore, type Snapshots } from '../../core/listeners/snapshot-store.ts'
import type { OpenQuestions } from '../attempts/open-questions.ts'
import { interrupted } from '../attempts/send-once.ts'
import type { SubmissionState, SubmissionStep } from '../attempts/submission-state.ts'
import type { KnownAttempts } from './known-attempts.ts'

/** How far the latest request of a draft is, as the panel shows it. */
export interface Progress<Request, Result> extends Snapshots<SubmissionState<Request, Result>> {
  readonly step: () => SubmissionStep<Request, Result>
  readonly show: (next: SubmissionStep<Request, Result>) => void
  /** Shows the same step with the present questions and results. */
  readonly showAgain: () => void
  /** Nothing is under way. */
  readonly rest: () => void
  /** True if the shown step is about this attempt. */
  readonly isShown: (attempt: Attempt<Request>) => boolean
  /** An earlier attempt turned out to be carried out. */
  readonly succeed: (attempt: Attempt<Request>, result: Result) => void
}

interface ProgressOptions<Request, Result> {
  readonly questions: OpenQuestions<Request>
  readonly known: KnownAttempts<Request, Result>
  /** The form has another text now. It must not disappear when the latest attempt turns out to have created its task. */
  readonly isEdited: boolean
}

export function createProgress<Request, Result>(
  options: ProgressOptions<Request, Result>,
): Progress<Request, Result> {
  const { questions, known, isEdited } = options
  let step: SubmissionStep<Request, Result> = firstStep()
  const store = createSnapshotStore<SubmissionState<Request, Result>>(stateNow())

  function firstStep(): SubmissionStep<Request, Result> {
    const attempt = known.latest()
    if (!attempt) return { status: 'idle' }
    return questions.find(attempt.clientToken) && !isEdited
      ? { status: 'unknown', attempt, failure: interrupted }
      : { status: 'idle', attempt }
  }
  function stateNow(): SubmissionState<Request, Result> {
    return {
      ...step,
      uncertain: questions.all(),
      found: known.found(),
      confirmed: known.confirmed(),
      tokens: questions.tokens(),
    }
  }
  const show = (next: SubmissionStep<Request, Result>) => {
    // While the attempt waited for its turn, the question about it was answered.
    const found = next.status === 'not-done' ? known.resultOf(next.attempt.clientToken) : undefined
    step = found ? { status: 'done', ...found } : next
    known.noteStep(step)
    store.set(stateNow())
  }
  const showAgain = () => store.set(stateNow())
  const isShown = ({ clientToken }: Attempt<Request>) => step.attempt?.clientToken === clientToken

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    step: () => step,
    show,
    showAgain,
    rest: () => {
      const attempt = known.latest()
      show({ status: 'idle', ...(attempt ? { attempt } : {}) })
    },
    isShown,
    succeed: (attempt, result) => {
      questions.settle(attempt.clientToken)
      // In every other state the form may hold another text, or another task is in front.
      if (isShown(attempt) && step.status === 'unknown') show({ status: 'done', attempt, result })
      else {
        known.noteFound({ attempt, result })
        showAgain()
      }
    },
  }
}
