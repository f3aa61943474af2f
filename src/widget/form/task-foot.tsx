import type { RefObject } from 'react'
import type { DraftSubmission, DraftSubmissionState } from '../../client/submissions/draft-submission.ts'
import { isUndecided, type Desk } from '../../drafts/desk/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { Late, useIsLateFailed } from '../late/late.tsx'
import { usePanelSetting } from '../setting/panel-setting.ts'
import { SubmitBar } from './submit-bar.tsx'
import type { OpenSections } from './use-open-sections.ts'
import type { Press } from './use-press.ts'

interface TaskFootProps {
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  readonly state: DraftSubmissionState
  readonly submission: DraftSubmission | undefined
  readonly isBlocked: boolean
  readonly sections: OpenSections
  readonly press: Press
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  readonly chooserRef: RefObject<HTMLDivElement | null>
  readonly formId: string
}

/** The button that creates the task, and what the panel says about its presses. */
export function TaskFoot(props: TaskFootProps) {
  const { desk, drafts, state, submission, isBlocked, sections } = props
  const { press, buttonRef, chooserRef, formId } = props

  const { messages } = usePanelSetting()
  const isWithoutRules = useIsLateFailed()
  return (
    <SubmitBar
      {...{ desk, drafts, state, isBlocked, buttonRef, formId }}
      notices={
        <Late fallback={isWithoutRules ? undefined : null}>
          {({ FootNotices }) =>
            submission && (
              <FootNotices
                {...{ state, submission, drafts, isBlocked, sections, buttonRef }}
                pressNews={press.news}
                pressedFrom={press.pressedFrom}
                chooserRef={isUndecided(desk) ? chooserRef : undefined}
              />
            )
          }
        </Late>
      }
    >
      <Late fallback={<span>{messages.submit}</span>}>
        {({ SubmitLabel }) => submission && <SubmitLabel state={state} />}
      </Late>
    </SubmitBar>
  )
}
