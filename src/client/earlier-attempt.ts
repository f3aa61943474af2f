import type { EarlierAttempt } from '../core/attempt.ts'
import type { SubmissionState } from './submission.ts'

/** What a page must know of this step when it is loaded again; undefined where there is nothing to ask about any more. */
export function earlierAttempt(state: SubmissionState): EarlierAttempt | undefined {
  switch (state.status) {
    case 'idle':
    case 'created':
      return undefined
    case 'sending':
    case 'checking':
    case 'unknown':
      return { attempt: state.attempt, outcome: 'unknown' }
    case 'waiting':
    case 'not-created':
      return { attempt: state.attempt, outcome: 'not-created' }
  }
}
