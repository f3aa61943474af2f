import type { DraftSubmissionState } from '../../client/submissions/draft-submission.ts'
import { hasQuestion, isSettled } from '../../client/attempts/submission-state.ts'
import { frontOf, type Desk } from '../../drafts/desk/desk.ts'
import { movesOf } from '../../drafts/desk-moves.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { isUnfinished } from '../../drafts/desk/kept-draft.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { keepPlace } from '../controls/focus/keep-place.ts'
import { useLateMessages } from '../late/late-messages.ts'

export interface DiscardDraftProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  readonly state: DraftSubmissionState
}

/** Discards the draft in front of the agent, once it is begun. The notice about it can bring the draft back. */
export function DiscardDraft({ desk, drafts, state }: DiscardDraftProps) {
  const { discardFront } = useLateMessages().otherDrafts
  const front = frontOf(desk)
  return (
    <button
      type="button"
      className="tl-icon-button tl-discard"
      aria-label={discardFront}
      title={discardFront}
      // A task that is being sent, or whose outcome is unknown, cannot be taken back.
      disabled={!isUnfinished(front) || !isSettled(state) || hasQuestion(state)}
      onClick={({ currentTarget }) =>
        keepPlace(currentTarget, () => movesOf(drafts).discard(front.id), 'undo')
      }
    >
      <Icon name="discard" />
    </button>
  )
}
