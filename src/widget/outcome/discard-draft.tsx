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

/**
 * The button that discards the draft in front, once it is begun. A notice with Undo can bring the draft back. The button keeps
 * its place while it is hidden.
 */
export function DiscardDraft({ desk, drafts, state }: DiscardDraftProps) {
  const { discardFront } = useLateMessages().otherDrafts
  const front = frontOf(desk)
  return (
    <button
      type="button"
      className="tl-icon-button tl-discard"
      aria-label={discardFront}
      title={discardFront}
      disabled={!isUnfinished(front)}
      // A draft that is being sent, or has an unknown outcome, cannot be discarded.
      hidden={!isSettled(state) || hasQuestion(state)}
      onClick={({ currentTarget }) =>
        keepPlace(currentTarget, () => movesOf(drafts).discard(front.id), 'undo')
      }
    >
      <Icon name="discard" />
    </button>
  )
}
