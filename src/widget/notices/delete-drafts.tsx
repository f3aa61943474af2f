import { useId, useState } from 'react'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { keepPlace } from '../controls/focus/keep-place.ts'
import { useLateMessages } from '../late/late-messages.ts'

export interface DeleteDraftsProps {
  readonly count: number
  readonly drafts: DraftsAtHand
}

/** Deletes every draft of the agent in this browser, after a question. */
export function DeleteDrafts({ count, drafts }: DeleteDraftsProps) {
  const words = useLateMessages().drafts
  const titleId = useId()
  const [isAsked, setIsAsked] = useState(false)
  if (!isAsked)
    return (
      <button type="button" className="tl-link" onClick={() => setIsAsked(true)}>
        {words.deleteAll}
      </button>
    )
  return (
    <div className="tl-notice" data-tone="warning" role="group" aria-labelledby={titleId}>
      <Icon name="warning" />
      <div className="tl-notice-text">
        <h3 id={titleId}>{words.deleteAllOf(count)}</h3>
        <p>{words.deleteAllMeans(count)}</p>
        <div className="tl-notice-actions">
          {/* The first thing that the keyboard reaches in the question does no harm. */}
          <button type="button" ref={focusOnce} data-asks onClick={() => setIsAsked(false)}>
            {words.keepThem(count)}
          </button>
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
            {words.deleteNow(count)}
          </button>
        </div>
      </div>
    </div>
  )
}

/** Outside the component, so that React calls it only when the button appears, not at each rendering. */
const focusOnce = (button: HTMLButtonElement | null) => button?.focus()
