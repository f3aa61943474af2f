import { useSyncExternalStore } from 'react'
import type { DraftSubmissions } from '../../client/submissions/draft-submission.ts'
import { isSettled } from '../../client/attempts/submission-state.ts'
import { frontOf, isUndecided, type Desk } from '../../drafts/desk/desk.ts'
import { elsewhereOf } from '../../drafts/desk/elsewhere.ts'
import { movesOf } from '../../drafts/desk-moves.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { isUnfinished } from '../../drafts/desk/kept-draft.ts'
import { keepPlace } from '../controls/focus/keep-place.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { useReadContactAnew } from '../setting/contact-queries.ts'
import { Notice, NoticeButton } from './notice.tsx'

export interface ElsewhereProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  readonly submissions: DraftSubmissions
}

/** Says that the CCP shows another contact than the draft's, with buttons for what the agent can do. */
export function Elsewhere({ desk, drafts, submissions }: ElsewhereProps) {
  const words = useLateMessages().elsewhere
  const readAnew = useReadContactAnew()
  const front = frontOf(desk)
  const { subscribe, getSnapshot } = submissions.of(front.id, front.earlier)
  const state = useSyncExternalStore(subscribe, getSnapshot)
  const elsewhere = elsewhereOf(desk)
  if (!elsewhere) return null
  const isBegun = isUnfinished(front)
  const isOpen = isUndecided(desk)
  return (
    <Notice
      actions={
        <>
          <NoticeButton
            onClick={({ currentTarget }) =>
              keepPlace(currentTarget, () => movesOf(drafts).show(elsewhere), 'contact')
            }
          >
            {words.show}
          </NoticeButton>
          {/* A draft that is being sent, or has an unknown outcome, must stay with its contact. */}
          {isBegun && isSettled(state) && (
            <NoticeButton
              onClick={({ currentTarget }) => {
                readAnew(elsewhere.contactId)
                keepPlace(currentTarget, () => movesOf(drafts).move(elsewhere), 'contact')
              }}
            >
              {isOpen ? words.link[front.kind] : words.move[front.kind]}
            </NoticeButton>
          )}
        </>
      }
    >
      <span>{words.differs(elsewhere)}</span>
      {isBegun && !isOpen && <span>{` ${words.stays(front, elsewhere)}`}</span>}
    </Notice>
  )
}
