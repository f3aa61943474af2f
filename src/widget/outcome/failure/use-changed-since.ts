import { useEffect, useState } from 'react'
import type { DraftSubmissionState } from '../../../client/submissions/draft-submission.ts'
import type { ClientFailure } from '../../../client/task-client-error.ts'
import type { ListenToDraft } from '../question/use-repeat-question.ts'

/** Whether the agent has changed the draft since it was refused. */
export function useChangedSince(state: DraftSubmissionState, onDraftChange: ListenToDraft): boolean {
  const failure = state.status === 'not-done' ? state.failure : undefined
  const [changedSince, setChangedSince] = useState<ClientFailure>()
  useEffect(
    () => (failure ? onDraftChange(() => setChangedSince(failure)) : undefined),
    [failure, onDraftChange],
  )
  return failure !== undefined && failure === changedSince
}
