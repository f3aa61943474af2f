import type { RefObject } from 'react'
import type { DraftSubmission, DraftSubmissionState } from '../../../client/submissions/draft-submission.ts'
import { Icon } from '../../controls/icons/icon.tsx'
import { useLateMessages } from '../../late/late-messages.ts'
import { CheckingReason, StopWaiting, WaitingReason, WaitingTime } from '../failure/waiting-notice.tsx'

export interface PressProgressProps {
  readonly state: DraftSubmissionState
  readonly submission: DraftSubmission
  readonly buttonRef: RefObject<HTMLButtonElement | null>
}

/** How far a draft is that the agent has sent. The region is always there, so that a screen reader says what comes into it. */
export function PressProgress({ state, submission, buttonRef }: PressProgressProps) {
  const words = useLateMessages().progress
  // Its files have arrived, and are made ready in a moment.
  const isReadying = state.status === 'waiting' && state.wait.for === 'files' && state.wait.left === 0
  const wait = state.status === 'waiting' && !isReadying ? state.wait : undefined
  const isShown = wait !== undefined || state.status === 'checking'
  return (
    <div className={isShown ? 'tl-progress tl-notice' : undefined}>
      {isShown && <Icon name={wait ? 'schedule' : 'info'} />}
      <div className={isShown ? 'tl-notice-text tl-short' : undefined}>
        <div>
          <div role="status">
            {(state.status === 'sending' || isReadying) && (
              <p className="tl-visually-hidden">{words.sending}</p>
            )}
            {wait && <WaitingReason wait={wait} />}
            {state.status === 'checking' && <CheckingReason />}
          </div>
          {wait && <WaitingTime wait={wait} />}
        </div>
        {wait && <StopWaiting onStop={submission.stopWaiting} nextRef={buttonRef} />}
      </div>
    </div>
  )
}
