import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { FormProvider, useFormState } from 'react-hook-form'
import type { Submission } from '../client/submission.ts'
import type { ContactSession } from '../contacts/contact-source.ts'
import type { Contact } from '../core/contact.ts'
import { ContactHeader } from './contact-header.tsx'
import { CreatedTaskCard } from './created-task.tsx'
import { DestinationField } from './destination-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { isListPath, sectionOf, type FormPath, type ListPath } from './form-path.ts'
import { isSettled, SubmitBar } from './submit-bar.tsx'
import { TaskSections } from './task-sections.tsx'
import { useDraft } from './use-draft.ts'
import { useOpenSections } from './use-open-sections.ts'
import { WhatFields } from './what-fields.tsx'

export interface TaskFormProps {
  readonly session: ContactSession
  readonly submission: Submission
  /** The agent has just asked for this draft, and is about to type. */
  readonly isAskedFor: boolean
  readonly onAnother: () => void
}

/** One draft from the first letter to the created task. */
export function TaskForm({ session, submission, isAskedFor, onAnother }: TaskFormProps) {
  const { form, pinned, inheritance, horizonDays, isBlocked, showRefusal } = useDraft(session)
  const { submitCount } = useFormState({ control: form.control })
  const state = useSyncExternalStore(submission.subscribe, submission.getSnapshot)
  const [sentFor, setSentFor] = useState<Contact>()
  const sections = useOpenSections()
  const chooserRef = useRef<HTMLSelectElement>(null)
  const submitRef = useRef<HTMLButtonElement>(null)

  const { setFocus } = form
  useEffect(() => {
    if (isAskedFor) setFocus('name')
  }, [isAskedFor, setFocus])

  useEffect(() => {
    if (state.status === 'not-created') showRefusal(state.failure)
    // Only a new outcome is news; the function itself changes at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [state])

  if (state.status === 'created') {
    const { request } = state.attempt
    return <CreatedTaskCard task={state.task} request={request} contact={sentFor} onAnother={onAnother} />
  }

  const goTo = (path: FormPath) => {
    if (path === 'link' && pinned.isUndecided) {
      chooserRef.current?.focus()
      return
    }
    const section = sectionOf(path)
    // The field must be open before it can take the focus.
    if (section) flushSync(() => sections.toggle(section, true))
    setFocus(isListPath(path) ? firstControl[path] : path)
  }

  const send = form.handleSubmit((request) => {
    setSentFor(pinned.contact)
    return submission.submit(request)
  })

  return (
    <FormProvider {...form}>
      <ContactHeader
        pinned={pinned}
        contacts={session.status === 'ready' ? session.contacts : []}
        isKnown={session.status === 'ready'}
        chooserRef={chooserRef}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          // The press left the focus where it was, which may be in the CCP; what comes of it must be heard here.
          if (!event.currentTarget.contains(document.activeElement)) submitRef.current?.focus()
          if (!isBlocked && isSettled(state)) void send(event)
        }}
      >
        <ErrorSummary refusals={submitCount} onChoose={goTo} />
        {/* What is under way must stay what was sent. */}
        <fieldset className="tl-stack tl-plain" disabled={!isSettled(state)}>
          <WhatFields />
          <DestinationField />
          <TaskSections
            sections={sections}
            contact={pinned.contact}
            inheritance={inheritance}
            horizonDays={horizonDays}
          />
        </fieldset>
        <FailureNotice state={state} submission={submission} onLeave={() => submitRef.current?.focus()} />
        <SubmitBar contact={pinned.contact} submission={state} isBlocked={isBlocked} buttonRef={submitRef} />
      </form>
    </FormProvider>
  )
}

const firstControl = {
  'references.root': 'references.0.value',
  'attributes.root': 'attributes.0.value',
} as const satisfies Record<ListPath, string>
