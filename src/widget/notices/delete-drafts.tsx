import { useState } from 'react'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { keepPlace } from '../controls/focus/keep-place.ts'
import { useLateMessages } from '../late/late-messages.ts'

export interface DeleteDraftsProps {
  readonly count: number
  readonly drafts: DraftsAtHand
}

/** Deletes every draft of the agent in this browser, after a question. */
export function DeleteDrafts({ count, drafts }: DeleteDraftsProps) {
  const words = useLateMessages().drafts
  const [isAsked, setIsAsked] = useState(false)
  if (!isAsked)
    return (
      <button type="button" className="tl-link" onClick={() => setIsAsked(true)}>
        {words.deleteAll}
      </button>
    )
  return (
    <div role="group" aria-label={words.deleteAllOf(count)}>
      <p>
        <span className="tl-strong">{words.deleteAllOf(count)}</span>
        <span>{` ${words.deleteAllMeans}`}</span>
      </p>
      <span className="tl-inline">
        <button
          type="button"
          className="tl-destroys"
          onClick={({ currentTarget }) =>
            keepPlace(
              currentTarget,
              () => {
                setIsAsked(false)
                void drafts.withSaved((saved) => saved.deleteTexts())
              },
              'contact',
              'created',
            )
          }
        >
          {words.deleteNow}
        </button>
        {/* The harmless answer comes first and gets the focus. */}
        <button type="button" ref={focusOnce} data-asks onClick={() => setIsAsked(false)}>
          {words.keepThem}
        </button>
      </span>
    </div>
  )
}

/** Outside the component, so that React calls it only when the button appears, not at each rendering. */
const focusOnce = (button: HTMLButtonElement | null) => button?.focus()
