import type { EarlierAttempts, UncertainAttempt } from '../../core/attempts/attempt.ts'
import { isOver, type SubmissionState } from './submission-state.ts'

const kept = <Request>({ attempt, firstSentAt }: UncertainAttempt<Request>): UncertainAttempt<Request> => ({
  attempt,
  firstSentAt,
})

/** The part of this state that a reloaded page needs. Undefined if nothing is left to send or to ask. */
export function earlierAttempts<Request>(
  state: SubmissionState<Request, unknown>,
): EarlierAttempts<Request> | undefined {
  const { attempt: latest } = state
  const uncertain = state.uncertain.map(kept)
  if (!latest || (isOver(state) && uncertain.length === 0)) return undefined
  const isKnown = uncertain.some(({ attempt }) => attempt.clientToken === latest.clientToken)
  // The page may be closed before the answer comes.
  if (state.status === 'sending' && !isKnown)
    return { latest, uncertain: [...uncertain, { attempt: latest, firstSentAt: state.firstSentAt }] }
  return { latest, uncertain }
}
