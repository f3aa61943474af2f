import { useSyncExternalStore, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { DraftSubmission, DraftSubmissionState } from '../../client/submissions/draft-submission.ts'
import { hasQuestion, isSettled } from '../../client/attempts/submission-state.ts'
import type { SnapshotStore } from '../../core/listeners/snapshot-store.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import type { ComplaintAt } from '../form-model/errors/complaint.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { useLateMessages } from '../late/late-messages.ts'
import { FailureNotice } from './failure/failure-notice.tsx'
import { isSaidAtFields } from './failure/failure-remedy.ts'
import { useChangedSince } from './failure/use-changed-since.ts'
import { useFirstComplaint } from './failure/use-first-complaint.ts'
import { useFocusAboveFoot } from './use-focus-above-foot.ts'
import { OpenQuestions } from './question/open-questions.tsx'
import { RepeatQuestion } from './question/repeat-question.tsx'
import { PressProgress } from './press/press-progress.tsx'
import { SentElsewhere } from './press/sent-elsewhere.tsx'
import type { PressNews } from './press/send-pressed.ts'
import { useRepeatQuestion, type ListenToDraft } from './question/use-repeat-question.ts'

/** The known facts about the last press of the button, for a task or a message. */
export interface PressNoticesProps {
  readonly state: DraftSubmissionState
  readonly submission: DraftSubmission
  readonly drafts: DraftsAtHand
  /** The last press of the button. */
  readonly pressNews: SnapshotStore<PressNews>
  /** Nothing may be sent in the agent's name now. */
  readonly isBlocked: boolean
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  /** The control that had the focus when the draft was sent. */
  readonly pressedFrom: RefObject<HTMLElement | null>
}

interface ComplaintProps<Path extends string> {
  readonly complaints: readonly ComplaintAt<Path>[]
  readonly isUnseen: (path: Path) => boolean
  /** The agent cannot change the field. */
  readonly isLocked: (path: Path) => boolean
  /** Opens the section of a field, and finds its control. */
  readonly controlOf: (path: Path) => HTMLElement | null
  readonly onDraftChange: ListenToDraft
  /** What the agent can do in place of a draft that can never be sent. */
  readonly insteadOf?: ReactNode
  /** Notices about a list that the form needs. */
  readonly children?: ReactNode
}

/** All notices about a press of the button. They stand above the button, in view. */
export function PressNotices<Path extends string>(props: PressNoticesProps & ComplaintProps<Path>) {
  const { state, submission, drafts, pressNews, isBlocked, buttonRef, pressedFrom } = props
  const { complaints, isUnseen, isLocked, controlOf, onDraftChange, insteadOf, children } = props
  const words = useLateMessages()
  const { isRefused, repeat } = useSyncExternalStore(pressNews.subscribe, pressNews.getSnapshot)
  const question = useRepeatQuestion(pressNews, onDraftChange)
  const isChanged = useChangedSince(state, onDraftChange)
  useFirstComplaint(
    complaints.map(({ path }) => path),
    state,
    { controlOf, isLocked },
  )
  useFocusAboveFoot(buttonRef)
  const isFailed = state.status === 'not-done' || state.status === 'unknown'
  const summary = complaints.length > 0 && (
    <ErrorSummary
      complaints={complaints}
      isUnseen={isUnseen}
      isLocked={isLocked}
      onGoTo={(path) => controlOf(path)?.focus()}
      isInNotice={isFailed}
    />
  )
  // The agent has corrected everything that the proxy refused.
  const isMended =
    state.status === 'not-done' && isSaidAtFields(state.failure, state.attempt.request) && !summary
  return (
    <>
      {children}
      <PressProgress {...{ state, submission, buttonRef }} />
      <div role="status">
        {isSettled(state) && !hasQuestion(state) && <SentElsewhere drafts={drafts} />}
        {isRefused && isBlocked && (
          <div className="tl-notice" data-tone="warning">
            <Icon name="warning" />
            <p className="tl-notice-text">{words.held}</p>
          </div>
        )}
      </div>
      {repeat && (
        <RepeatQuestion
          repeat={repeat}
          onNo={() => {
            // The button is hidden while the question is open.
            flushSync(question.close)
            const goesOn = pressedFrom.current ?? buttonRef.current
            goesOn?.focus()
          }}
          onYes={() => {
            flushSync(question.confirm)
            buttonRef.current?.form?.requestSubmit()
          }}
        />
      )}
      {isFailed && !isMended && (
        <FailureNotice {...{ state, submission, drafts, buttonRef, pressedFrom, isChanged }}>
          {summary}
          {insteadOf}
        </FailureNotice>
      )}
      <OpenQuestions {...{ state, submission, drafts }} />
      {!isFailed && summary}
    </>
  )
}
