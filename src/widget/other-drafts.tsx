import { useSyncExternalStore } from 'react'
import type { Submission, SubmissionState } from '../client/submission.ts'
import type { Submissions } from '../client/submissions.ts'
import { othersOf, type Desk } from '../drafts/desk.ts'
import type { DraftsAtHand } from '../drafts/drafts-at-hand.ts'
import type { KeptDraft } from '../drafts/kept-draft.ts'
import type { Messages } from '../i18n/en.ts'
import { usePanelSetting } from './panel-setting.ts'

export interface OtherDraftsProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  readonly submissions: Submissions
}

/** The drafts that wait for the agent to come back, each with its contact. */
export function OtherDrafts({ desk, drafts, submissions }: OtherDraftsProps) {
  const words = usePanelSetting().messages.otherDrafts
  const { discarded } = desk
  const others = othersOf(desk)
  return (
    <>
      {others.length > 0 && (
        <details className="tl-others">
          <summary>{words.count(others.length)}</summary>
          <ul>
            {others.map((draft) => (
              <OtherDraft
                key={draft.id}
                draft={draft}
                submission={submissions.of(draft.id)}
                onShow={() => drafts.putInFront(draft.id)}
                onDiscard={() => drafts.discard(draft.id)}
              />
            ))}
          </ul>
        </details>
      )}
      <div role="status">
        {others.map((draft) => (
          <News key={draft.id} draft={draft} submission={submissions.of(draft.id)} />
        ))}
        {discarded && (
          <p className="tl-notice">
            {words.discarded(discarded.contact)}{' '}
            <button type="button" onClick={drafts.undiscard}>
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
  readonly submission: Submission
  readonly onShow: () => void
  readonly onDiscard: () => void
}

function OtherDraft({ draft, submission, onShow, onDiscard }: OtherDraftProps) {
  const words = usePanelSetting().messages.otherDrafts
  const { status } = useSyncExternalStore(submission.subscribe, submission.getSnapshot)
  const { contact, values } = draft
  return (
    <li>
      <span>
        {words.about(contact)}
        {values.name !== '' && (
          <>
            {': '}
            <bdi>{values.name}</bdi>
          </>
        )}
      </span>
      <span className="tl-inline">
        <button type="button" onClick={onShow} aria-label={words.showOf(contact)}>
          {words.show}
        </button>
        {/* What is on its way, or in doubt, cannot be taken back. */}
        {(status === 'idle' || status === 'not-created') && (
          <button type="button" onClick={onDiscard} aria-label={words.discardOf(contact)}>
            {words.discard}
          </button>
        )}
      </span>
    </li>
  )
}

/** What became of a task that was sent before the agent turned to another contact. */
function News({ draft, submission }: { readonly draft: KeptDraft; readonly submission: Submission }) {
  const words = usePanelSetting().messages.otherDrafts
  const state = useSyncExternalStore(submission.subscribe, submission.getSnapshot)
  const news = newsWords(state, draft, words)
  return news === undefined ? null : <p className="tl-notice">{news}</p>
}

function newsWords(state: SubmissionState, { contact }: KeptDraft, words: Messages['otherDrafts']) {
  switch (state.status) {
    case 'idle':
      return undefined
    case 'sending':
    case 'waiting':
    case 'checking':
      return words.sending(contact)
    case 'created':
      return words.created(contact)
    case 'not-created':
      return words.notCreated(contact)
    case 'unknown':
      return words.unknown(contact)
  }
}
