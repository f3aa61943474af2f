import { useSyncExternalStore } from 'react'
import type {
  DraftSubmission,
  DraftSubmissions,
  DraftSubmissionState,
} from '../../client/submissions/draft-submission.ts'
import { undiscarding } from '../../drafts/desk/agent-moves.ts'
import { othersOf, type Desk } from '../../drafts/desk/desk.ts'
import { movesOf } from '../../drafts/desk-moves.ts'
import { titleOfRequest } from '../../drafts/desk/draft-title.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import type { KeptDraft } from '../../drafts/desk/kept-draft.ts'
import type { LateMessages } from '../../i18n/messages/late-messages.ts'
import { keepPlace } from '../controls/focus/keep-place.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { unsentPresses } from '../outcome/press/unsent-presses.ts'
import { Notice, NoticeButton } from './notice.tsx'
import type { Dismissals } from './use-dismissals.ts'

export interface TaskNewsProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  readonly submissions: DraftSubmissions
  readonly dismissals: Dismissals
}

/** News about drafts that are no longer in front: their outcome, and the last discarded draft. */
export function TaskNews({ desk, drafts, submissions, dismissals }: TaskNewsProps) {
  const words = useLateMessages().otherDrafts
  const unsent = unsentPresses(drafts)
  const unsentIds = useSyncExternalStore(unsent.subscribe, unsent.getSnapshot)
  const discarded = desk.discarded.at(-1)
  const comesToFront = discarded && undiscarding(desk).frontId === discarded.id
  return (
    <div role="status">
      {othersOf(desk).map((draft) => (
        <News
          key={draft.id}
          draft={draft}
          isUnsent={unsentIds.has(draft.id)}
          submission={submissions.of(draft.id, draft.earlier)}
          dismissals={dismissals}
          onShow={() => movesOf(drafts).putInFront(draft.id)}
        />
      ))}
      {discarded && (
        <Notice
          onDismiss={movesOf(drafts).forgetDiscarded}
          actions={
            <NoticeButton
              isUndo
              onClick={({ currentTarget }) =>
                keepPlace(
                  currentTarget,
                  movesOf(drafts).undiscard,
                  comesToFront ? 'contact' : 'others',
                  'contact',
                )
              }
            >
              {words.undo}
            </NoticeButton>
          }
        >
          {words.discarded(discarded)}
        </Notice>
      )}
    </div>
  )
}

interface NewsProps extends Pick<TaskNewsProps, 'dismissals'> {
  readonly draft: KeptDraft
  readonly submission: DraftSubmission
  /** The agent has pressed the button for this draft, but nothing was sent. */
  readonly isUnsent: boolean
  readonly onShow: () => void
}

/** The outcome of a task that was sent before the agent turned to another contact. */
function News({ draft, submission, isUnsent, dismissals, onShow }: NewsProps) {
  const words = useLateMessages().otherDrafts
  const state = useSyncExternalStore(submission.subscribe, submission.getSnapshot)
  const news = newsWords(state, draft, words) ?? (isUnsent ? words.notSent(draft) : undefined)
  if (news === undefined || dismissals.has(state)) return null
  return (
    <Notice
      onDismiss={() => dismissals.add(state)}
      actions={
        <NoticeButton onClick={({ currentTarget }) => keepPlace(currentTarget, onShow, 'contact', 'created')}>
          {words.show}
        </NoticeButton>
      }
    >
      {news}
    </Notice>
  )
}

function newsWords(
  state: DraftSubmissionState,
  draft: KeptDraft,
  words: LateMessages['otherDrafts'],
): string | undefined {
  const inDoubt = state.uncertain.at(-1)
  const question = inDoubt && words.unknown(draft, titleOfRequest(inDoubt.attempt.request))
  switch (state.status) {
    case 'idle':
      return question
    case 'sending':
    case 'checking':
      return words.sending(draft)
    case 'waiting':
      return words.waiting(draft)
    case 'done':
    case 'confirmed':
      // An earlier text of the draft may have become a task too.
      return question === undefined
        ? words.created(draft)
        : `${words.created(draft)} ${words.second[draft.kind]}`
    case 'not-done':
      return question ?? words.notCreated(draft)
    case 'unknown':
      return words.unknown(draft, titleOfRequest(state.attempt.request))
  }
}
