import { useCallback, useSyncExternalStore } from 'react'
import type { DraftSubmissions, DraftSubmissionState } from '../../client/submissions/draft-submission.ts'
import { hasQuestion } from '../../client/attempts/submission-state.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import type { KeptDraft } from '../../drafts/desk/kept-draft.ts'
import { unsentPresses } from '../outcome/press/unsent-presses.ts'
import type { Dismissals } from './use-dismissals.ts'

/** True if the draft was sent or its outcome is unknown. */
const hasNews = (state: DraftSubmissionState): boolean => state.status !== 'idle' || hasQuestion(state)

export interface ToldDraftsSetting {
  readonly drafts: DraftsAtHand
  readonly submissions: DraftSubmissions
  readonly dismissals: Dismissals
}

/** The ids of the drafts that already have a notice with a button to show the draft. */
export function useToldDrafts(
  others: readonly KeptDraft[],
  { drafts, submissions, dismissals }: ToldDraftsSetting,
): ReadonlySet<string> {
  const unsent = unsentPresses(drafts)
  const unsentIds = useSyncExternalStore(unsent.subscribe, unsent.getSnapshot)
  const sent = others.map(({ id, earlier }) => ({ id, submission: submissions.of(id, earlier) }))
  const read = () =>
    sent
      .filter(({ id, submission }) => {
        const state = submission.getSnapshot()
        return (hasNews(state) || unsentIds.has(id)) && !dismissals.has(state)
      })
      .map(({ id }) => id)
      .join(' ')
  const known = sent.map(({ id }) => id).join(' ')
  const subscribe = useCallback(
    (onChange: () => void) => {
      const ends = sent.map(({ submission }) => submission.subscribe(onChange))
      return () => {
        for (const end of ends) end()
      }
    },
    // A draft always has the same submission.
    // oxlint-disable-next-line react/exhaustive-deps
    [known, submissions],
  )
  // One text, because React compares snapshots with `Object.is`.
  return new Set(useSyncExternalStore(subscribe, read).split(' '))
}
