import { useEffect, useId, useRef } from 'react'
import { FormProvider } from 'react-hook-form'
import type { DraftSubmissionState } from '../../client/submissions/draft-submission.ts'
import { isOver, isSettled } from '../../client/attempts/submission-state.ts'
import { frontOf } from '../../drafts/desk/desk.ts'
import { ContactHeader } from '../contact/contact-header.tsx'
import { useEarlyFiles } from './use-early-files.ts'
import { useFirstFocus } from '../controls/focus/use-first-focus.ts'
import { FormRulesContext } from '../form-model/rules/form-rules.ts'
import { Late } from '../late/late.tsx'
import { KeysPlace, NoticesPlace } from '../notices/notices-place.tsx'
import { useDistrustDestinations } from '../setting/panel-queries.ts'
import type { DraftFormProps } from './draft-form-props.ts'
import { TaskFields } from './task-fields.tsx'
import { TaskFoot } from './task-foot.tsx'
import { useSubmissionState } from '../form-model/submissions/use-submissions.ts'
import { useDraft, type Draft } from '../form-model/draft/use-draft.ts'
import { DraftUploadsContext } from '../form-model/uploads/draft-uploads-context.ts'
import { useOpenSections } from './use-open-sections.ts'
import { usePress } from './use-press.ts'

/** After these failures the panel reads its destinations and templates again. */
const distrusting: ReadonlySet<string> = new Set(['destination-gone', 'template-changed'])

/** Shows each refusal of the proxy at the fields it is about. */
function useRefusals(state: DraftSubmissionState, showRefusal: Draft['showRefusal']): void {
  const distrustDestinations = useDistrustDestinations()
  const failure = state.status === 'not-done' ? state.failure : undefined
  useEffect(() => {
    if (!failure) return
    void showRefusal(failure)
    if (distrusting.has(failure.code)) distrustDestinations()
    // Runs only for a new failure. The functions are other ones at each rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [failure])
}

/** One draft from the first letter to the created task. */
export function TaskForm(props: DraftFormProps) {
  const { session, awaited, desk, drafts, submission, uploads } = props
  const { sending, isAskedFor, isFirstFocusWanted, onAskedFor } = props
  const { form, rules, isBlocked, showRefusal, showTemplate } = useDraft(session, desk, drafts, uploads)
  const { contact } = frontOf(desk)
  const state = useSubmissionState(submission)
  const sections = useOpenSections()
  useRefusals(state, showRefusal)
  const chooserRef = useRef<HTMLDivElement>(null)
  const buttonRef = useRef<HTMLButtonElement>(null)
  const formId = useId()
  const formRef = useEarlyFiles()
  const press = usePress({ form, submission, draft: frontOf(desk), drafts, sending, buttonRef })

  useFirstFocus(buttonRef, isFirstFocusWanted, isAskedFor)

  const draft = frontOf(desk)
  if (isOver(state) || (draft.phase === 'created' && draft.isElsewhere))
    return (
      <>
        <Late>
          {({ Result }) => <Result {...{ state, submission, drafts, draft, contact, onAskedFor }} />}
        </Late>
        <Late fallback={null}>
          {({ ContactTasks }) => <ContactTasks contact={contact} drafts={drafts} />}
        </Late>
        <NoticesPlace />
      </>
    )

  return (
    <FormRulesContext value={rules}>
      <FormProvider {...form}>
        <ContactHeader
          desk={desk}
          drafts={drafts}
          awaited={awaited}
          isSettled={isSettled(state)}
          chooserRef={chooserRef}
        />
        <KeysPlace />
        {isSettled(state) && (
          <Late fallback={null}>
            {({ PresetsMenu }) => <PresetsMenu key={draft.id} {...{ contact, drafts }} />}
          </Late>
        )}
        <form id={formId} ref={formRef} noValidate onSubmit={(event) => press.onSubmit(event, state)}>
          <TaskFields
            {...{ contact, drafts, uploads, sections }}
            isSettled={isSettled(state)}
            onReading={showTemplate}
          />
        </form>
        <Late fallback={null}>
          {({ ContactTasks }) => <ContactTasks contact={contact} drafts={drafts} />}
        </Late>
        {/* Outside the form element: the list of tasks above the foot has forms of its own. */}
        <DraftUploadsContext value={uploads}>
          <TaskFoot
            {...{
              desk,
              drafts,
              state,
              submission,
              isBlocked,
              sections,
              press,
              buttonRef,
              chooserRef,
              formId,
            }}
          />
        </DraftUploadsContext>
      </FormProvider>
    </FormRulesContext>
  )
}
