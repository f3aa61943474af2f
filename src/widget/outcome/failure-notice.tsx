import { useEffect, useRef, type ReactNode } from 'react'
import type { Submission, SubmissionState } from '../../client/submission.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../panel-setting.ts'
import { takeFocus } from '../controls/take-focus.ts'

export interface FailureNoticeProps {
  readonly state: SubmissionState
  readonly submission: Submission
  /** The notice is about to go, and the keyboard with it. */
  readonly onLeave: () => void
}

/** A task that was not created, or may have been: which of the two, why, and what to do. */
export function FailureNotice({ state, submission, onLeave }: FailureNoticeProps) {
  const { messages } = usePanelSetting()
  const words = useLateMessages().failure
  if (state.status !== 'not-created' && state.status !== 'unknown') return null
  const isUnknown = state.status === 'unknown'
  const { outcome, requestId } = state.failure
  return (
    <div className="tl-notice" data-tone={isUnknown ? 'warning' : 'danger'} role="alert">
      <NoticeHeading>{isUnknown ? words.unknown : words.notCreated}</NoticeHeading>
      {/* What refused the asking again says nothing of the task whose answer was lost. */}
      {isUnknown && outcome === 'not-created' && <p>{words.askedAgain}</p>}
      <p>{words.reason(state.failure)}</p>
      {isUnknown && <p>{words.unknownAdvice}</p>}
      {requestId !== undefined && <p className="tl-muted">{messages.panel.support(requestId)}</p>}
      <div className="tl-inline">
        {isUnknown && (
          <button
            type="button"
            onClick={() => {
              onLeave()
              void submission.askAgain()
            }}
          >
            {words.askAgain}
          </button>
        )}
        <button
          type="button"
          onClick={() => {
            onLeave()
            submission.dismiss()
          }}
        >
          {isUnknown ? words.edit : words.dismiss}
        </button>
      </div>
    </div>
  )
}

/** Mounted anew with every failure, and read at once: the keyboard follows the news. */
function NoticeHeading({ children }: { readonly children: ReactNode }) {
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => takeFocus(headingRef.current), [])
  return (
    <h3 ref={headingRef} tabIndex={-1}>
      {children}
    </h3>
  )
}
