import { useEffect, useRef, type ReactNode } from 'react'
import type { TaskSubmission, TaskSubmissionState } from '../../client/create-task.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../panel-setting.ts'
import { takeFocus } from '../controls/take-focus.ts'

export interface FailureNoticeProps {
  readonly state: TaskSubmissionState
  readonly submission: TaskSubmission
  /** The notice is about to disappear, and the focus may be in it. */
  readonly onLeave: () => void
}

/** Says that the task was not created, or that it may have been, with the reason and the ways to go on. */
export function FailureNotice({ state, submission, onLeave }: FailureNoticeProps) {
  const { messages } = usePanelSetting()
  const words = useLateMessages().failure
  if (state.status !== 'not-done' && state.status !== 'unknown') return null
  const isUnknown = state.status === 'unknown'
  const { outcome, requestId } = state.failure
  return (
    <div className="tl-notice" data-tone={isUnknown ? 'warning' : 'danger'} role="alert">
      <NoticeHeading>{isUnknown ? words.unknown : words.notCreated}</NoticeHeading>
      {/* A refusal of the second request says nothing about the first, whose answer was lost. */}
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

/** Mounted again for every failure, so that the focus moves to it and a screen reader reads it. */
function NoticeHeading({ children }: { readonly children: ReactNode }) {
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const heading = headingRef.current
    takeFocus(heading)
    // The focus brings only the heading into view, and the actions below it stay behind the submit bar.
    if (heading?.matches(':focus')) heading.parentElement?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <h3 ref={headingRef} tabIndex={-1}>
      {children}
    </h3>
  )
}
