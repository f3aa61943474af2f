import type { DraftSubmissionState } from '../../client/submissions/draft-submission.ts'
import { isUnderWay } from '../../client/attempts/submission-state.ts'
import type { Attempt, UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
import type { KeptDraft } from '../../drafts/desk/kept-draft.ts'
import { titleOf } from '../../drafts/desk/draft-title.ts'

/** One draft as an agent sees it in the panel. */
export interface ShownDraft {
  readonly draftId: string
  readonly text: string
  /** The text of another window, if the agent must choose one of the two. */
  readonly otherText: string | undefined
  /** The contact that Connect created from the draft. */
  readonly createdId?: string | undefined
  /** The panel says that this attempt created nothing. */
  readonly refused?: Attempt<AnyRequest>
  /** The panel says that these may have been created. */
  readonly questions: readonly UncertainAttempt<AnyRequest>[]
  /** The draft is being sent or waits to be sent. */
  readonly isUnderWay: boolean
}

/** Everything that a window of the panel shows. */
export interface Screen {
  readonly drafts: readonly ShownDraft[]
  /** The client tokens of questions whose text the browser no longer has. */
  readonly textless: readonly string[]
  /** The contacts in the list of results. */
  readonly results: readonly string[]
}

/** `state` is undefined for a draft that was not in front since the page was opened. Then the stored state is shown. */
export function shownDraft(draft: KeptDraft, state: DraftSubmissionState | undefined): ShownDraft {
  const shown: ShownDraft = {
    draftId: draft.id,
    text: titleOf(draft.content),
    otherText: draft.otherVersion && titleOf(draft.otherVersion.content),
    questions: [
      ...((state ?? draft.earlier)?.uncertain ?? []),
      // The page may be closed before the answer comes.
      ...(state?.status === 'sending' ? [state] : []),
    ],
    isUnderWay: state !== undefined && isUnderWay(state),
  }
  // The card replaces the form.
  if (draft.phase === 'created' && state?.status !== 'done')
    return { ...shown, createdId: draft.task.contactId ?? 'known to the agent' }
  switch (state?.status) {
    case 'not-done':
      return { ...shown, refused: state.attempt }
    case 'done':
      return { ...shown, createdId: state.result.contactId }
    case undefined:
    case 'idle':
    case 'sending':
    case 'waiting':
    case 'checking':
    case 'unknown':
    case 'confirmed':
      return shown
  }
}
