import type { ReactNode, RefObject } from 'react'
import { isUnderWay } from '../../client/attempts/submission-state.ts'
import { Late, useIsLateFailed } from '../late/late.tsx'
import { NoticesPlace } from '../notices/notices-place.tsx'
import type { DiscardDraftProps } from '../outcome/discard-draft.tsx'

export interface SubmitBarProps extends DiscardDraftProps {
  readonly isBlocked: boolean
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  /** The id of the form that the button submits, if the bar is outside that form. */
  readonly formId?: string
  /** The news about the last press of the button. */
  readonly notices: ReactNode
  /** A control that the agent must use before each press. */
  readonly above?: ReactNode
  /** The words in the button. */
  readonly children: ReactNode
}

/** The foot of the form, which stays in view: the news about the last press of the button, and the button. */
export function SubmitBar(props: SubmitBarProps) {
  const { isBlocked, buttonRef, formId, notices, above, children, ...draft } = props
  // The rules could not be loaded, so the draft cannot be checked or sent.
  const isWithoutRules = useIsLateFailed()
  const { state } = draft
  return (
    <div className="tl-foot">
      <div className="tl-foot-notices">
        <NoticesPlace />
        {notices}
      </div>
      {above}
      {/* Never `disabled` while sending: the button would lose the focus. */}
      <button
        ref={buttonRef}
        type="submit"
        form={formId}
        // The press must not blur the field: a complaint that appears or disappears would move the button away from the click.
        onMouseDown={(event) => event.preventDefault()}
        className="tl-primary"
        part="submit"
        aria-disabled={isBlocked || isWithoutRules || isUnderWay(state) || undefined}
        aria-busy={isUnderWay(state) || undefined}
      >
        {children}
      </button>
      <Late fallback={null}>{({ DiscardDraft }) => <DiscardDraft {...draft} />}</Late>
    </div>
  )
}
