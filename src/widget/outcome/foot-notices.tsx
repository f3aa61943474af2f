import { useSyncExternalStore, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { TaskSubmission, TaskSubmissionState } from '../../client/commands/create-task.ts'
import type { SnapshotStore } from '../../core/listeners/snapshot-store.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { DestinationsFailure } from '../fields/destination/destinations-failure.tsx'
import { findControl } from '../controls/focus/focus-control.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { useComplaints } from '../form/use-complaints.ts'
import type { OpenSections } from '../form/use-open-sections.ts'
import { sectionOf, type FormPath } from '../form-model/errors/form-path.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { FailureNotice } from './failure/failure-notice.tsx'
import { isSaidAtFields } from './failure/failure-remedy.ts'
import { useFirstComplaint } from './failure/use-first-complaint.ts'
import { useFocusAboveFoot } from './use-focus-above-foot.ts'
import { OpenQuestions } from './question/open-questions.tsx'
import { WaitingNotice, WaitingReason } from './failure/waiting-notice.tsx'
import { RepeatQuestion } from './question/repeat-question.tsx'
import type { PressNews } from './press/send-pressed.ts'
import { useRepeatQuestion } from './question/use-repeat-question.ts'

export interface FootNoticesProps {
  readonly state: TaskSubmissionState
  readonly submission: TaskSubmission
  readonly drafts: DraftsAtHand
  /** The last press of the button. */
  readonly pressNews: SnapshotStore<PressNews>
  /** No task may be created in the name of the agent now. */
  readonly isBlocked: boolean
  readonly sections: OpenSections
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  /** The control that had the focus when the task was sent. */
  readonly pressedFrom: RefObject<HTMLElement | null>
  /** The list of contacts, if the complaint about the link leads there. */
  readonly chooserRef: RefObject<HTMLSelectElement | null> | undefined
}

/** All that the panel says about a press of the button, above it and in view. */
export function FootNotices(props: FootNoticesProps) {
  const { state, submission, drafts, pressNews, isBlocked, sections, buttonRef, pressedFrom, chooserRef } =
    props
  const words = useLateMessages()
  const { isRefused, repeat } = useSyncExternalStore(pressNews.subscribe, pressNews.getSnapshot)
  const question = useRepeatQuestion(pressNews)
  const complaints = useComplaints()
  const controlOf = (path: FormPath) => {
    if (path === 'link' && chooserRef) return chooserRef.current
    const section = sectionOf(path)
    // The field must be open before it can take the focus.
    if (section) flushSync(() => sections.toggle(section, true))
    const form = buttonRef.current?.form
    return form ? findControl(form, path) : null
  }
  useFirstComplaint(complaints[0]?.path, state, controlOf)
  useFocusAboveFoot(buttonRef)
  // Its files have arrived, and are made ready in a moment.
  const isReadying = state.status === 'waiting' && state.wait.for === 'files' && state.wait.left === 0
  const isFailed = state.status === 'not-done' || state.status === 'unknown'
  const summary = complaints.length > 0 && (
    <ErrorSummary
      complaints={complaints}
      sections={sections}
      onGoTo={(path) => controlOf(path)?.focus()}
      isInNotice={isFailed}
    />
  )
  // The agent has mended all that the proxy refused.
  const isMended = state.status === 'not-done' && isSaidAtFields(state.failure) && !summary
  return (
    <>
      <DestinationsFailure />
      <div role="status">
        {(state.status === 'sending' || isReadying) && (
          <p className="tl-visually-hidden">{words.progress.sending}</p>
        )}
        {state.status === 'waiting' && !isReadying && <WaitingReason wait={state.wait} />}
        {state.status === 'checking' && <p>{words.progress.checking}</p>}
        {isRefused && isBlocked && <p>{words.held}</p>}
      </div>
      {repeat && (
        <RepeatQuestion
          repeat={repeat}
          onNo={() => {
            question.close()
            const goesOn = pressedFrom.current ?? buttonRef.current
            goesOn?.focus()
          }}
          onYes={() => {
            question.confirm()
            buttonRef.current?.form?.requestSubmit()
          }}
        />
      )}
      {state.status === 'waiting' && !isReadying && (
        <WaitingNotice wait={state.wait} onStop={submission.stopWaiting} nextRef={buttonRef} />
      )}
      {isFailed && !isMended && (
        <FailureNotice {...{ state, submission, drafts, buttonRef, pressedFrom }}>{summary}</FailureNotice>
      )}
      <OpenQuestions {...{ state, submission, drafts }} />
      {!isFailed && summary}
    </>
  )
}
