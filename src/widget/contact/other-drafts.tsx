import { useId, useSyncExternalStore, type MouseEvent } from 'react'
import type { TaskSubmission, TaskSubmissions, TaskSubmissionState } from '../../client/create-task.ts'
import { othersOf, type Desk } from '../../drafts/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { isUnfinished, type KeptDraft } from '../../drafts/kept-draft.ts'
import type { LateMessages } from '../../i18n/late-messages.ts'
import { keepPlace } from '../controls/keep-place.ts'
import { useLateMessages } from '../late/late-messages.ts'

export interface OtherDraftsProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  readonly submissions: TaskSubmissions
}

/** The drafts that wait for the agent to come back, each with its contact. */
export function OtherDrafts({ desk, drafts, submissions }: OtherDraftsProps) {
  const words = useLateMessages().otherDrafts
  const discarded = desk.discarded.at(-1)
  const others = othersOf(desk)
  const unfinished = others.filter(isUnfinished)
  const show = (id: string) => (event: MouseEvent) =>
    keepPlace(event.currentTarget, () => drafts.putInFront(id), 'contact')
  return (
    <>
      {unfinished.length > 0 && (
        <details className="tl-others">
          <summary>{words.count(unfinished.length)}</summary>
          <ul>
            {unfinished.map((draft) => (
              <OtherDraft
                key={draft.id}
                draft={draft}
                submission={submissions.of(draft.id, draft.earlier)}
                onShow={show(draft.id)}
                onDiscard={(event) => keepPlace(event.currentTarget, () => drafts.discard(draft.id), 'undo')}
              />
            ))}
          </ul>
        </details>
      )}
      <div role="status">
        {others.map((draft) => (
          <News
            key={draft.id}
            draft={draft}
            submission={submissions.of(draft.id, draft.earlier)}
            onShow={show(draft.id)}
          />
        ))}
        {discarded && (
          <p className="tl-notice">
            <span>{`${words.discarded(discarded.contact)} `}</span>
            <button
              type="button"
              data-undo
              onClick={(event) => keepPlace(event.currentTarget, drafts.undiscard, 'others', 'contact')}
            >
              {words.undo}
            </button>
          </p>
        )}
      </div>
    </>
  )
}

interface OtherDraftProps {
  readonly draft: KeptDraft
  readonly submission: TaskSubmission
  readonly onShow: (event: MouseEvent) => void
  readonly onDiscard: (event: MouseEvent) => void
}

function OtherDraft({ draft, submission, onShow, onDiscard }: OtherDraftProps) {
  const words = useLateMessages().otherDrafts
  const { status } = useSyncExternalStore(submission.subscribe, submission.getSnapshot)
  const { contact, content } = draft
  return (
    <li>
      <span>
        <bdi>{words.about(contact)}</bdi>
        {content.name !== '' && (
          <>
            <span>: </span>
            <bdi>{content.name}</bdi>
          </>
        )}
      </span>
      <span className="tl-inline">
        <button type="button" onClick={onShow} aria-label={words.showOf(contact)}>
          {words.show}
        </button>
        {/* A task that is being sent, or whose outcome is unknown, cannot be taken back. */}
        {(status === 'idle' || status === 'not-done') && (
          <button type="button" onClick={onDiscard} aria-label={words.discardOf(contact)}>
            {words.discard}
          </button>
        )}
      </span>
    </li>
  )
}

/** The outcome of a task that was sent before the agent turned to another contact. */
function News({ draft, submission, onShow }: Omit<OtherDraftProps, 'onDiscard'>) {
  const words = useLateMessages().otherDrafts
  const state = useSyncExternalStore(submission.subscribe, submission.getSnapshot)
  const news = newsWords(state, draft, words)
  const newsId = useId()
  if (news === undefined) return null
  return (
    <p className="tl-notice">
      <span id={newsId}>{`${news} `}</span>
      <button type="button" aria-describedby={newsId} onClick={onShow}>
        {words.show}
      </button>
    </p>
  )
}

function newsWords(state: TaskSubmissionState, { contact }: KeptDraft, words: LateMessages['otherDrafts']) {
  switch (state.status) {
    case 'idle':
      return undefined
    case 'sending':
    case 'waiting':
    case 'checking':
      return words.sending(contact)
    case 'done':
      return words.created(contact)
    case 'not-done':
      return words.notCreated(contact)
    case 'unknown':
      return words.unknown(contact)
  }
}
