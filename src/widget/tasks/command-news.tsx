import type { RefObject } from 'react'
import type { ClientFailure } from '../../client/task-client-error.ts'
import { readIssue } from '../../contract/problems/wire-issue.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { useLateMessages } from '../late/late-messages.ts'
import { StopWaiting, WaitingReason, WaitingTime } from '../outcome/failure/waiting-notice.tsx'
import { usePanelSetting } from '../setting/panel-setting.ts'
import type { Changing, Stopping, TaskCommands } from './task-commands.ts'

export interface CommandNewsProps {
  readonly state: Stopping | Changing
  readonly submission: TaskCommands['stop' | 'change']
  readonly words: {
    readonly underWay: string
    readonly notDone: string
    readonly unknown: string
  }
  /** The button already shows that the change is under way, so only screen readers get the text. */
  readonly isUnderWayShown?: boolean
  /** Gets the focus when the news about it disappears. */
  readonly nextRef: RefObject<HTMLElement | null>
  /** Gets the focus if `nextRef` is gone. */
  readonly placeRef: RefObject<HTMLElement | null>
}

/** The progress of a change of a task, or why it failed. */
export function CommandNews(props: CommandNewsProps) {
  const { state, submission, words, isUnderWayShown = false, nextRef, placeRef } = props
  const late = useLateMessages()
  const close = () => {
    const next = nextRef.current ?? placeRef.current
    next?.focus()
    submission.dismiss()
  }
  switch (state.status) {
    case 'idle':
    case 'done':
    case 'confirmed':
      return null
    case 'sending':
    case 'checking':
      return <p className={isUnderWayShown ? 'tl-visually-hidden' : 'tl-hint'}>{words.underWay}</p>
    case 'waiting':
      return (
        <div className="tl-notice">
          <Icon name="schedule" />
          <div className="tl-notice-text tl-short">
            <div>
              <WaitingReason wait={state.wait} />
              <WaitingTime isChange wait={state.wait} />
            </div>
            <StopWaiting onStop={submission.stopWaiting} nextRef={nextRef} />
          </div>
        </div>
      )
    case 'not-done':
      return (
        <div className="tl-notice" data-tone="danger">
          <Icon name="problem" />
          <div className="tl-notice-text">
            <p className="tl-strong">{words.notDone}</p>
            <Reason failure={state.failure} />
          </div>
          <button type="button" className="tl-icon-button" aria-label={late.failure.dismiss} onClick={close}>
            <Icon name="close" />
          </button>
        </div>
      )
    case 'unknown':
      return (
        <div className="tl-notice" data-tone="warning">
          <Icon name="warning" />
          <div className="tl-notice-text">
            <p className="tl-strong">{words.unknown}</p>
            {state.failure.outcome === 'not-created' && <p>{late.failure.askedAgain}</p>}
            <Reason failure={state.failure} />
            <p>{late.tasks.safeToAsk}</p>
            <div className="tl-notice-actions">
              <button type="button" className="tl-primary" onClick={() => void submission.askAgain()}>
                {late.submit.checkAgain}
              </button>
            </div>
          </div>
        </div>
      )
  }
}

/** A change has only one field, the new time, so the reason does not name it. */
function Reason({ failure: { code, issues } }: { readonly failure: ClientFailure }) {
  const { now } = usePanelSetting()
  const { errors, failure } = useLateMessages()
  const found = issues.flatMap((issue) => readIssue(issue) ?? [])
  if (code !== 'invalid' || found.length === 0) return <p>{failure.ofChange(code)}</p>
  return found.map((issue) => <p key={issue.code}>{errors.issue(issue, now())}</p>)
}
