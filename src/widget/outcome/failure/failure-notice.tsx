import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import type { DraftSubmission, DraftSubmissionState } from '../../../client/submissions/draft-submission.ts'
import type { ClientFailure } from '../../../client/task-client-error.ts'
import type { DraftsAtHand } from '../../../drafts/drafts-at-hand.ts'
import { CopyButton } from '../../controls/copy-button.tsx'
import { Icon } from '../../controls/icons/icon.tsx'
import { takeFocus } from '../../controls/focus/take-focus.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { isRefusal, isReloadHelp, isSaidAtFields, isSignInHelp, wouldFailAgain } from './failure-remedy.ts'
import { LookFirst } from '../question/look-first.tsx'
import { useMayAsk } from '../question/use-may-ask.ts'

export interface FailureNoticeProps {
  readonly state: DraftSubmissionState & { readonly status: 'not-done' | 'unknown' }
  readonly submission: DraftSubmission
  readonly drafts: DraftsAtHand
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  /** The control that had the focus when the task was sent. */
  readonly pressedFrom: RefObject<HTMLElement | null>
  /** The agent has changed the draft since. */
  readonly isChanged: boolean
  /** The links to the fields that were refused. */
  readonly children: ReactNode
}

/**
 * Says that the task was not created, or may have been created, and why. The button below is the next step: try again, check
 * again, or create the changed task. If only the agent can find out what happened, the notice has buttons for the answers.
 */
export function FailureNotice(props: FailureNoticeProps) {
  const { state, submission, drafts, buttonRef, pressedFrom, isChanged, children } = props
  const words = useLateMessages().failure
  const { status, failure } = state
  const isUnknown = status === 'unknown'
  const isMarked = !isUnknown && isSaidAtFields(failure, state.attempt.request)
  const lost = useLostTask(props)
  // For a lost task the advice is enough. The reason is shown only for its reference number.
  const isReasonShown = !isMarked && (!lost || failure.requestId !== undefined)
  const headingRef = useRef<HTMLHeadingElement>(null)
  const isAsked = lost !== undefined
  useEffect(() => {
    const button = buttonRef.current
    // The fields are still disabled, and after a reload nothing has the focus. A question gets the focus on its heading, so
    // that Enter chooses no answer by accident.
    if (isUnknown) takeFocus(isAsked ? headingRef.current : button)
    // Move the focus back to where it was before the press, unless the agent has moved it.
    else if (button?.matches(':focus')) pressedFrom.current?.focus()
  }, [isUnknown, isAsked, buttonRef, pressedFrom])
  const leave = () => {
    // The button may be hidden while the question is open.
    flushSync(() => submission.dismiss())
    // The focus was in the notice, which is gone.
    buttonRef.current?.focus()
  }
  return (
    <div
      className="tl-notice"
      data-tone={isUnknown ? 'warning' : 'danger'}
      data-first={(!isUnknown && wouldFailAgain(failure, isChanged)) || undefined}
      role="alert"
    >
      <Icon name={isUnknown ? 'warning' : 'problem'} />
      <div className="tl-notice-text">
        <h3 ref={headingRef} tabIndex={isAsked ? -1 : undefined} data-asks={isAsked || undefined}>
          {isUnknown ? words.unknown : words.notCreated}
        </h3>
        {/* A refusal of the second request says nothing about the first, whose answer was lost. */}
        {isUnknown && isRefusal(failure) && <p>{words.askedAgain}</p>}
        {isReasonShown && (
          <FailureReason failure={failure}>
            {isUnknown && <CheckAdvice {...{ state, submission }} />}
          </FailureReason>
        )}
        {children}
        {!isUnknown && isReloadHelp(failure) && (
          <div className="tl-notice-actions" data-reload>
            {isSignInHelp(failure) && <p>{words.reloadMeans}</p>}
            <button type="button" className="tl-primary" onClick={() => location.reload()}>
              {words.reload}
            </button>
          </div>
        )}
        {lost && <LookFirst question={lost} {...{ submission, drafts }} onLater={leave} />}
        {isUnknown && !lost && (
          <p className="tl-muted">
            <span>{`${words.editAdvice} `}</span>
            <button type="button" className="tl-link" data-edit="" onClick={leave}>
              {words.edit}
            </button>
          </p>
        )}
      </div>
      {!isUnknown && (
        <button type="button" className="tl-icon-button" aria-label={words.dismiss} onClick={leave}>
          <Icon name="close" />
        </button>
      )}
    </div>
  )
}

type AdviceProps = Pick<FailureNoticeProps, 'state' | 'submission'>

/** While Connect still recognises the attempt, the button "Check again" finds out whether the task exists. */
function CheckAdvice({ state, submission }: AdviceProps) {
  const words = useLateMessages().question
  return useMayAsk(submission, state.attempt.clientToken) && <span>{` ${words.checkAdvice}`}</span>
}

/** The attempt if Connect may have forgotten it, so that the agent must look for its task. */
function useLostTask({ state, submission }: AdviceProps) {
  const { clientToken } = state.attempt
  const mayAsk = useMayAsk(submission, clientToken)
  if (mayAsk || state.status !== 'unknown') return undefined
  return state.uncertain.find(({ attempt }) => attempt.clientToken === clientToken)
}

interface FailureReasonProps {
  readonly failure: ClientFailure
  readonly children: ReactNode
}

/** The reason. If opened, also the request ID by which support finds the request in the proxy's log. */
function FailureReason({ failure, children }: FailureReasonProps) {
  const { messages, now } = usePanelSetting()
  const words = useLateMessages().failure
  const [isOpen, setOpen] = useState(false)
  const detailsId = useId()
  const { code, requestId } = failure
  return (
    <>
      <p>
        <span>{words.reason(failure)}</span>
        {children}
        {requestId !== undefined && (
          <>
            <span> </span>
            <button
              type="button"
              className="tl-link"
              aria-expanded={isOpen}
              aria-controls={detailsId}
              onClick={() => setOpen(!isOpen)}
            >
              {words.showDetails}
            </button>
          </>
        )}
      </p>
      {requestId !== undefined && (
        <div id={detailsId} className="tl-details" hidden={!isOpen}>
          <p className="tl-muted">{messages.panel.support(requestId)}</p>
          <CopyButton label={words.copyDetails} text={words.details(code, requestId, now().toISOString())} />
        </div>
      )}
    </>
  )
}
