import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { FormProvider, useFormState } from 'react-hook-form'
import type { TaskSubmission } from '../../client/create-task.ts'
import type { ContactSession } from '../../contacts/contact-source.ts'
import { frontOf, isUndecided, type Desk } from '../../drafts/desk.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { ContactHeader } from '../contact/contact-header.tsx'
import { FormRulesContext } from '../form-model/form-rules.ts'
import { Late } from '../late/late.tsx'
import { useDistrustDestinations } from '../panel-queries.ts'
import { usePanelSetting } from '../panel-setting.ts'
import { openFields } from './open-fields.ts'
import { isSettled, SubmitBar } from './submit-bar.tsx'
import { TaskSections } from './task-sections.tsx'
import { useDraft } from '../form-model/use-draft.ts'
import { useOpenSections } from './use-open-sections.ts'

export interface TaskFormProps {
  readonly session: ContactSession
  readonly desk: Desk
  readonly drafts: DraftsAtHand
  readonly submission: TaskSubmission
  /** The agent has just asked for this draft: its first field gets the focus. */
  readonly isAskedFor: boolean
  readonly onAnother: () => void
}

/** One draft from the first letter to the created task. */
export function TaskForm(props: TaskFormProps) {
  const { session, desk, drafts, submission, isAskedFor, onAnother } = props
  const { form, rules, horizonDays, isBlocked, showRefusal } = useDraft(session, desk, drafts)
  const { contact } = frontOf(desk)
  const { submitCount } = useFormState({ control: form.control })
  const state = useSyncExternalStore(submission.subscribe, submission.getSnapshot)
  const distrustDestinations = useDistrustDestinations()
  const sections = useOpenSections()
  const { messages } = usePanelSetting()
  const [isPressRefused, setPressRefused] = useState(false)
  // The note is about one press.
  if (isPressRefused && !isBlocked) setPressRefused(false)
  const formRef = useRef<HTMLFormElement>(null)
  const chooserRef = useRef<HTMLSelectElement>(null)
  const submitRef = useRef<HTMLButtonElement>(null)

  const { setFocus } = form
  useEffect(() => {
    if (isAskedFor) setFocus('name')
  }, [isAskedFor, setFocus])

  useEffect(() => {
    if (state.status !== 'not-done') return
    void showRefusal(state.failure)
    if (state.failure.code === 'destination-gone') distrustDestinations()
    // Only a new outcome is news; the functions themselves change at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [state])

  if (state.status === 'done') {
    const { request } = state.attempt
    return (
      <Late fallback={<p>{messages.created}</p>}>
        {({ CreatedTaskCard }) => (
          <CreatedTaskCard task={state.result} request={request} contact={contact} onAnother={onAnother} />
        )}
      </Late>
    )
  }

  const send = form.handleSubmit((request) => submission.submit(request))

  return (
    <FormRulesContext value={rules}>
      <FormProvider {...form}>
        <ContactHeader desk={desk} drafts={drafts} isSettled={isSettled(state)} chooserRef={chooserRef} />
        <form
          ref={formRef}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            // The press left the focus where it was, which may be in the CCP. The result is announced in the panel.
            if (!event.currentTarget.matches(':focus-within')) submitRef.current?.focus()
            if (isBlocked) setPressRefused(true)
            else if (isSettled(state)) void send(event)
          }}
        >
          <Late fallback={null}>
            {({ ErrorSummary }) => (
              <ErrorSummary
                refusals={submitCount}
                formRef={formRef}
                chooserRef={isUndecided(desk) ? chooserRef : undefined}
                onOpen={(section) => sections.toggle(section, true)}
              />
            )}
          </Late>
          {/* A task that is being sent must not be edited. */}
          <fieldset className="tl-stack tl-plain" disabled={!isSettled(state)}>
            {openFields.map(({ name, Control }) => (
              <Control key={name} />
            ))}
            <TaskSections sections={sections} contact={contact} horizonDays={horizonDays} />
          </fieldset>
          <Late fallback={null}>
            {({ FailureNotice }) => (
              <FailureNotice
                state={state}
                submission={submission}
                onLeave={() => submitRef.current?.focus()}
              />
            )}
          </Late>
          <SubmitBar
            contact={contact}
            submission={state}
            isBlocked={isBlocked}
            isPressRefused={isPressRefused}
            onStopWaiting={submission.stopWaiting}
            buttonRef={submitRef}
          />
        </form>
      </FormProvider>
    </FormRulesContext>
  )
}
