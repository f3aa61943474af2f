import { useSyncExternalStore, type ReactNode, type RefObject } from 'react'
import type { DraftSubmission } from '../../client/submissions/draft-submission.ts'
import { isUnderWay } from '../../client/attempts/submission-state.ts'
import type { SnapshotStore } from '../../core/listeners/snapshot-store.ts'
import { Late, useIsLateFailed } from '../late/late.tsx'
import { NoticesPlace } from '../notices/notices-place.tsx'
import type { DiscardDraftProps } from '../outcome/discard-draft.tsx'
import { pressMeans } from '../outcome/press/press-means.ts'
import type { PressNews } from '../outcome/press/send-pressed.ts'
import { useMayAsk } from '../outcome/question/use-may-ask.ts'

export interface SubmitBarProps extends DiscardDraftProps {
  /** Absent until the code for it has been loaded. */
  readonly submission: DraftSubmission | undefined
  readonly isBlocked: boolean
  /** The last press of the button. */
  readonly pressNews: SnapshotStore<PressNews>
  readonly buttonRef: RefObject<HTMLButtonElement | null>
  /** The form that the button sends, unless it is around the bar. */
  readonly formId?: string
  /** The news about the last press of the button. */
  readonly notices: ReactNode
  /** What the agent must do before each press. */
  readonly above?: ReactNode
  /** The words in the button. */
  readonly children: ReactNode
}

/** The foot of the form, which stays in view: the news about the last press of the button, and the button. */
export function SubmitBar(props: SubmitBarProps) {
  const { submission, isBlocked, pressNews, buttonRef, formId, notices, above, children, ...draft } = props
  // The rules could not be loaded, and nothing is sent unchecked.
  const isWithoutRules = useIsLateFailed()
  const { state } = draft
  const mayAsk = useMayAsk(submission, state.attempt?.clientToken)
  const news = useSyncExternalStore(pressNews.subscribe, pressNews.getSnapshot)
  const isAsked = pressMeans({ state, mayAsk, news }) === 'answer-first'
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
        // A press must not blur the field before it: a complaint that appears or disappears would move the button away from the click.
        onMouseDown={(event) => event.preventDefault()}
        className="tl-primary"
        part="submit"
        // The question above it is the next step. The button keeps its place, and a key still submits the form.
        data-asked={isAsked || undefined}
        aria-disabled={isBlocked || isWithoutRules || isUnderWay(state) || undefined}
        aria-busy={isUnderWay(state) || undefined}
      >
        {children}
      </button>
      <Late fallback={null}>{({ DiscardDraft }) => <DiscardDraft {...draft} />}</Late>
    </div>
  )
}
