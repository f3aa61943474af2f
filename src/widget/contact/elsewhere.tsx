import { elsewhereOf, frontOf, type Desk } from '../../drafts/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { isBegun } from '../../drafts/kept-draft.ts'
import { keepPlace } from '../controls/keep-place.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { useReadContactAnew } from '../panel-queries.ts'

export interface ElsewhereProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  /** The draft is not being sent, so it may still be moved. */
  readonly isSettled: boolean
}

/** A notice that the CCP shows another contact than the draft's, with the ways to go on. */
export function Elsewhere({ desk, drafts, isSettled }: ElsewhereProps) {
  const words = useLateMessages().elsewhere
  const readAnew = useReadContactAnew()
  const front = frontOf(desk)
  const { contact } = front
  const elsewhere = elsewhereOf(desk)
  if (!elsewhere) return null
  return (
    <div className="tl-notice">
      <p>{contact ? words.differs(contact, elsewhere) : words.differsFromNone(elsewhere)}</p>
      <div className="tl-inline">
        {isBegun(front) && isSettled && (
          <button
            type="button"
            onClick={({ currentTarget }) => {
              readAnew(elsewhere.contactId)
              keepPlace(currentTarget, () => drafts.move(elsewhere), 'contact')
            }}
          >
            {words.move(elsewhere)}
          </button>
        )}
        <button
          type="button"
          onClick={({ currentTarget }) => keepPlace(currentTarget, () => drafts.show(elsewhere), 'contact')}
        >
          {words.show(elsewhere)}
        </button>
      </div>
    </div>
  )
}
