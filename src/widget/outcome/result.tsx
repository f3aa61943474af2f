import { doneTask, type DraftSubmission } from '../../client/submissions/draft-submission.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { KeptDraft } from '../../drafts/desk/kept-draft.ts'
import { ConfirmedTask } from './created/confirmed-task.tsx'
import { CreatedTaskCard } from './created/created-task.tsx'
import { CreatedElsewhere } from './created/created-elsewhere.tsx'
import { OpenQuestions, type OpenQuestionsProps } from './question/open-questions.tsx'
import { goOnWith } from './go-on.ts'

export interface ResultProps extends Omit<OpenQuestionsProps, 'submission'> {
  readonly submission: DraftSubmission | undefined
  readonly draft: KeptDraft
  /** The linked contact, as the agent saw it when they sent the task. */
  readonly contact: Contact | undefined
  readonly onAskedFor: (id: string) => void
}

/** Replaces the form once its task exists. It also shows open questions about earlier texts of the draft. */
export function Result({ state, submission, drafts, draft, contact, onAskedFor }: ResultProps) {
  const onAnother = goOnWith(drafts, onAskedFor)
  const created = state.status === 'done' ? doneTask(state) : undefined
  return (
    <>
      {created && <CreatedTaskCard {...created} contact={contact} drafts={drafts} onAnother={onAnother} />}
      {state.status !== 'done' && draft.phase === 'created' && draft.isElsewhere && (
        <CreatedElsewhere draft={draft} drafts={drafts} onAnother={onAnother} />
      )}
      {state.status === 'confirmed' && (
        <ConfirmedTask request={state.attempt.request} onAnother={onAnother} />
      )}
      {submission && <OpenQuestions {...{ state, submission, drafts }} />}
    </>
  )
}
