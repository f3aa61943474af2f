import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'
import { FormProvider, useFormState, useWatch } from 'react-hook-form'
import type { Submission } from '../client/submission.ts'
import type { ContactSession } from '../contacts/contact-source.ts'
import type { Contact } from '../core/contact.ts'
import { scheduleHorizonDaysDefault } from '../core/limits.ts'
import { ContactHeader } from './contact-header.tsx'
import { CreatedTaskCard } from './created-task.tsx'
import { DestinationField } from './destination-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { isListPath, type FormPath } from './form-path.ts'
import { nothingInherited } from './inherited-attributes.tsx'
import { useMe } from './panel-queries.ts'
import { usePanelSetting } from './panel-setting.ts'
import { isAnotherAgent } from './session-notice.tsx'
import { isSettled, SubmitBar } from './submit-bar.tsx'
import { TaskSections, useOpenSections, type SectionName } from './task-sections.tsx'
import { useInheritance } from './use-inheritance.ts'
import { usePinnedContact } from './use-pinned-contact.ts'
import { useTaskForm } from './use-task-form.ts'
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
  const { timeZone } = usePanelSetting()
  const me = useMe().data
  const scheduleHorizonDays = me?.scheduleHorizonDays ?? scheduleHorizonDaysDefault
  const { form, judgeUnder, judgeComplaints, showRefusal } = useTaskForm({ timeZone, scheduleHorizonDays })
  const { isDirty, submitCount } = useFormState({ control: form.control })
  const pinned = usePinnedContact(session, isDirty)
  const link = useWatch({ control: form.control, name: 'link' })
  const inheritance = useInheritance(pinned.contact)
  const state = useSyncExternalStore(submission.subscribe, submission.getSnapshot)
  const [sentFor, setSentFor] = useState<Contact>()
  const sections = useOpenSections()
  const chooserRef = useRef<HTMLSelectElement>(null)
  const submitRef = useRef<HTMLButtonElement>(null)

  // Validation only ever runs in events, so the latest committed circumstances are the right ones.
  useEffect(() => {
    judgeUnder({
      timeZone,
      scheduleHorizonDays,
      isContactUndecided: pinned.isUndecided,
      ...(pinned.contact ? { contactId: pinned.contact.contactId } : {}),
      linkedContact: {
        ...(pinned.contact ? { channel: pinned.contact.channel } : {}),
        ...(inheritance.status === 'known' ? { attributes: inheritance.attributes } : {}),
      },
    })
  })

  useEffect(() => {
    judgeComplaints()
    // Only what has changed around the draft is a reason; the function itself changes at each render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pinned.contact?.contactId, pinned.isUndecided, inheritance])

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
    return (
      <CreatedTaskCard
        task={state.task}
        request={state.attempt.request}
        contact={sentFor}
        onAnother={onAnother}
      />
    )
  }

  const isBlocked = isAnotherAgent(session, me)

  const goTo = (path: FormPath) => {
    if (path === 'link' && pinned.isUndecided) {
      chooserRef.current?.focus()
      return
    }
    const section = sectionOf(path)
    // The field must be open before it can take the focus.
    if (section) flushSync(() => sections.open(section))
    form.setFocus(isListPath(path) ? firstControl(path) : path)
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
        chooserRef={chooserRef}
      />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
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
            inheritance={link === 'none' ? nothingInherited : inheritance}
            horizonDays={scheduleHorizonDays}
          />
        </fieldset>
        <FailureNotice state={state} submission={submission} onLeave={() => submitRef.current?.focus()} />
        <SubmitBar contact={pinned.contact} submission={state} isBlocked={isBlocked} buttonRef={submitRef} />
      </form>
    </FormProvider>
  )
}

function sectionOf(path: FormPath): SectionName | undefined {
  if (path.startsWith('references')) return 'references'
  if (path.startsWith('attributes')) return 'attributes'
  if (path === 'schedule.time') return 'schedule'
  return path === 'link' ? 'link' : undefined
}

const firstControl = (path: FormPath) =>
  path === 'references.root' ? ('references.0.value' as const) : ('attributes.0.value' as const)
