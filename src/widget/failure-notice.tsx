import type { Submission, SubmissionState } from '../client/submission.ts'
import { usePanelSetting } from './panel-setting.ts'

export interface FailureNoticeProps {
  readonly state: SubmissionState
  readonly submission: Submission
}

/** A task that was not created, or may have been: which of the two, why, and what to do. */
export function FailureNotice({ state, submission }: FailureNoticeProps) {
  const { messages } = usePanelSetting()
  const words = messages.failure
  if (state.status !== 'not-created' && state.status !== 'unknown') return null
  const isUnknown = state.status === 'unknown'
  const { code, requestId } = state.failure
  return (
    <div className="tl-notice" data-tone={isUnknown ? 'warning' : 'danger'} role="alert">
      <h3>{isUnknown ? words.unknown : words.notCreated}</h3>
      <p>{words.words(code)}</p>
      {isUnknown && <p>{words.unknownAdvice}</p>}
      {requestId !== undefined && <p className="tl-muted">{messages.panel.support(requestId)}</p>}
      <div className="tl-inline">
        {isUnknown && (
          <button type="button" onClick={() => void submission.askAgain()}>
            {words.askAgain}
          </button>
        )}
        <button type="button" onClick={submission.dismiss}>
          {isUnknown ? words.edit : words.dismiss}
        </button>
      </div>
    </div>
  )
}
