import { useEffect, type ReactNode, type RefObject } from 'react'
import type { TaskSubmission, TaskSubmissionState } from '../../client/commands/create-task.ts'
import type { ClientFailure } from '../../client/task-client-error.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { CopyButton } from '../controls/copy-button.tsx'
import { Icon } from '../controls/icons/icon.tsx'
import { takeFocus } from '../controls/take-focus.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { isRefusal, marksFields } from './failure-remedy.ts'
import { LookFirst } from './question/look-first.tsx'
import { useMayAsk } from './question/use-may-ask.ts'

export interface FailureNoticeProps {
  readonly state: TaskSubmissionState & { readonly status: 'not-done' | 'unknown' }
  readonly submission: TaskSubmission
  readonly drafts: DraftsAtHand
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  /** The control that had the focus when the task was sent. */
  readonly pressedFrom: RefObject<HTMLElement | null>
  /** The links to the fields that were refused. */
  readonly children: ReactNode
}

/**
 * Says that the task was not created, or that it may have been, and why. The button below it is the next step: try again,
 * check again, or create the changed task.
 */
export function FailureNotice(props: FailureNoticeProps) {
  const { state, submission, drafts, buttonRef, pressedFrom, children } = props
  const words = useLateMessages().failure
  const { status, failure } = state
  const isUnknown = status === 'unknown'
  const isMarked = !isUnknown && marksFields(failure)
  useEffect(() => {
    const button = buttonRef.current
    // The fields are still disabled. After a reload nothing has the focus.
    if (isUnknown) takeFocus(button)
    // The agent goes on where they were, unless they have moved on since.
    else if (button?.matches(':focus')) pressedFrom.current?.focus()
  }, [isUnknown, buttonRef, pressedFrom])
  const leave = () => {
    // The notice is about to disappear, and the focus is in it.
    buttonRef.current?.focus()
    submission.dismiss()
  }
  return (
    <div className="tl-notice" data-tone={isUnknown ? 'warning' : 'danger'} role="alert">
      <Icon name={isUnknown ? 'warning' : 'problem'} />
      <div className="tl-notice-text">
        <h3>{isUnknown ? words.unknown : words.notCreated}</h3>
        {/* A refusal of the second request says nothing about the first, whose answer was lost. */}
        {isUnknown && isRefusal(failure) && <p>{words.askedAgain}</p>}
        {!isMarked && <p>{words.reason(failure)}</p>}
        {children}
        {isUnknown && <UnknownAdvice {...{ state, submission, drafts }} />}
        {!isMarked && <FailureDetails failure={failure} />}
        {isUnknown && (
          <p className="tl-hint">
            <span>{`${words.editAdvice} `}</span>
            <button type="button" className="tl-link" onClick={leave}>
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

type UnknownAdviceProps = Pick<FailureNoticeProps, 'state' | 'submission' | 'drafts'>

/** The way to find out: the panel asks again, or once Connect may have forgotten the attempt, the agent looks. */
function UnknownAdvice({ state, submission, drafts }: UnknownAdviceProps) {
  const words = useLateMessages().question
  const { clientToken } = state.attempt
  const mayAsk = useMayAsk(submission, clientToken)
  const question = state.uncertain.find(({ attempt }) => attempt.clientToken === clientToken)
  if (mayAsk || !question) return <p>{words.checkAdvice}</p>
  return <LookFirst {...{ question, submission, drafts }} />
}

/** What support needs to find the request in the log of the proxy. */
function FailureDetails({ failure: { code, requestId } }: { readonly failure: ClientFailure }) {
  const { messages, now } = usePanelSetting()
  const words = useLateMessages().failure
  if (requestId === undefined) return null
  return (
    <div className="tl-details">
      <p className="tl-hint">{messages.panel.support(requestId)}</p>
      <CopyButton label={words.copyDetails} text={words.details(code, requestId, now().toISOString())} />
    </div>
  )
}
