import { useEffect, useRef, useState, useSyncExternalStore, type MouseEvent, type RefObject } from 'react'
import type { DraftSubmission, DraftSubmissions } from '../../client/submissions/draft-submission.ts'
import { hasQuestion, isSettled } from '../../client/attempts/submission-state.ts'
import { othersOf, type Desk } from '../../drafts/desk/desk.ts'
import { movesOf } from '../../drafts/desk-moves.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { isUnfinished, type KeptDraft } from '../../drafts/desk/kept-draft.ts'
import { isOnlyText } from '../../drafts/sync/deleted-drafts.ts'
import { keepPlace } from '../controls/focus/keep-place.ts'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { DeleteDrafts } from './delete-drafts.tsx'
import { titleOf } from '../../drafts/desk/draft-title.ts'
import type { Dismissals } from './use-dismissals.ts'
import { useToldDrafts } from './use-told-drafts.ts'

export interface OtherDraftsProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  readonly submissions: DraftSubmissions
  readonly dismissals: Dismissals
}

/** The drafts that are not in front, each with its contact. Drafts that already have a notice are left out. */
export function OtherDrafts({ desk, drafts, submissions, dismissals }: OtherDraftsProps) {
  const words = useLateMessages().otherDrafts
  const [isOpen, setOpen] = useState(false)
  const others = othersOf(desk)
  const told = useToldDrafts(others, { drafts, submissions, dismissals })
  const unfinished = others.filter((draft) => isUnfinished(draft) && !told.has(draft.id))
  const listRef = useRef<HTMLDetailsElement>(null)
  useClosedForNewDraft(listRef, desk)
  if (unfinished.length === 0) return null
  const deletable = desk.drafts.filter(isOnlyText).length
  return (
    <details
      ref={listRef}
      className="tl-others"
      // Scroll to the list: in a low window other notices stand above it.
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' })
      }}
    >
      <summary>{words.count(unfinished.length)}</summary>
      <ul>
        {unfinished.map((draft) => (
          <OtherDraft
            key={draft.id}
            draft={draft}
            submission={submissions.of(draft.id, draft.earlier)}
            onShow={({ currentTarget }) =>
              keepPlace(currentTarget, () => movesOf(drafts).putInFront(draft.id), 'contact')
            }
            onDiscard={({ currentTarget }) =>
              keepPlace(currentTarget, () => movesOf(drafts).discard(draft.id), 'undo')
            }
          />
        ))}
      </ul>
      {/* While the list is closed, no question is open. */}
      {isOpen && deletable > 0 && <DeleteDrafts count={deletable} drafts={drafts} />}
    </details>
  )
}

/** Closes the list when a new draft comes to the front, such as with “Create another task”, unless the agent is in the list. */
function useClosedForNewDraft(
  listRef: RefObject<HTMLDetailsElement | null>,
  { drafts, frontId }: Desk,
): void {
  const known = useRef(drafts)
  useEffect(() => {
    const isNew = known.current.every(({ id }) => id !== frontId)
    known.current = drafts
    const list = listRef.current
    if (isNew && list?.matches(':focus-within') === false) list.open = false
  }, [listRef, drafts, frontId])
}

interface OtherDraftProps {
  readonly draft: KeptDraft
  readonly submission: DraftSubmission
  readonly onShow: (event: MouseEvent) => void
  readonly onDiscard: (event: MouseEvent) => void
}

function OtherDraft({ draft, submission, onShow, onDiscard }: OtherDraftProps) {
  const words = useLateMessages().otherDrafts
  const state = useSyncExternalStore(submission.subscribe, submission.getSnapshot)
  const { begun } = useLateMessages().drafts
  const formats = useFormats()
  const { content, begunAt } = draft
  const title = titleOf(content)
  return (
    <li>
      <span>
        <bdi>{words.about(draft)}</bdi>
        {title !== '' && (
          <>
            <span>: </span>
            <bdi>{title}</bdi>
          </>
        )}
        {begunAt !== undefined && (
          <span className="tl-hint">{` ${begun(formats.instant(new Date(begunAt)))}`}</span>
        )}
      </span>
      <span className="tl-inline">
        <button type="button" onClick={onShow} aria-label={words.showOf(draft)}>
          {words.show}
        </button>
        {/* A draft that is being sent, or has an unknown outcome, cannot be discarded. */}
        {isSettled(state) && !hasQuestion(state) && (
          <button type="button" onClick={onDiscard} aria-label={words.discardOf(draft)}>
            {words.discard}
          </button>
        )}
      </span>
    </li>
  )
}
