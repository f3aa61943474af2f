import { useSyncExternalStore } from 'react'
import { doneTask, type DraftSubmission } from '../../client/submissions/draft-submission.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { useCreatedTask, type KnownResult } from './created/use-created-task.ts'

export interface ResultNewsProps {
  readonly submission: DraftSubmission
  readonly drafts: DraftsAtHand
}

/** Announces the heading of the card to an agent whose focus is elsewhere. */
export function ResultNews({ submission, drafts }: ResultNewsProps) {
  const state = useSyncExternalStore(submission.subscribe, submission.getSnapshot)
  const created = state.status === 'done' ? doneTask(state) : undefined
  return created ? <CardTitle {...created} drafts={drafts} /> : null
}

const CardTitle = (result: KnownResult) => <span>{useCreatedTask(result).title}</span>
