import { useEffect, useRef } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { Failure } from '../client/task-client-error.ts'
import type { TaskRequest } from '../core/task.ts'
import { emptyDraft, readDraft, type TaskDraft } from '../core/task-draft.ts'
import { draftResolver, type DraftCircumstances } from './draft-resolver.ts'
import { formPath, isListPath, listOf } from './form-path.ts'
import { listErrors, type Complaint } from './list-errors.ts'
import { usePanelSetting } from './panel-setting.ts'

export type TaskForm = UseFormReturn<TaskDraft, unknown, TaskRequest>

/** What the rules must know beside the draft and the time. */
export type KnownCircumstances = Omit<DraftCircumstances, 'now'>

export interface TaskFormHandle {
  readonly form: TaskForm
  /** Tells the rules what they judge under; the form exists before its contact is known. */
  readonly judgeUnder: (known: KnownCircumstances) => void
  /** Judges again what stands complained about: the circumstances may have mended it. */
  readonly judgeComplaints: () => void
  /** Shows what the proxy complained about beside the fields it is about. */
  readonly showRefusal: (failure: Failure) => void
}

/** Where react-hook-form lets a complaint be set or judged: a list only as a whole, not at its root. */
const placeOf = ({ path }: Pick<Complaint, 'path'>) => (isListPath(path) ? listOf(path) : path)

/** The draft in react-hook-form: complaints when a field is left, and on every change once a submit was refused. */
export function useTaskForm(initial: KnownCircumstances): TaskFormHandle {
  const { messages, now } = usePanelSetting()
  const known = useRef(initial)
  const form = useForm<TaskDraft, unknown, TaskRequest>({
    defaultValues: emptyDraft,
    mode: 'onTouched',
    // A complaint that appears while a pointer is down moves what it is pressing, and the click is lost.
    delayError: 250,
    // The summary takes the focus: the field itself may be inside a closed section.
    shouldFocusError: false,
    resolver: (draft, context, options) =>
      draftResolver({ ...known.current, now: now() }, messages)(draft, context, options),
  })
  const { subscribe, trigger, setError, getValues, formState } = form
  const { errors: complaints } = formState
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        // One field can mend another's complaint: a repeated key, the day of a skipped time, the bytes of a list.
        callback: ({ isSubmitted, errors = {}, values }) => {
          const paths = listErrors(errors, values, messages).map(placeOf)
          if (isSubmitted) void trigger()
          else if (paths.length > 0) void trigger(paths)
        },
      }),
    [subscribe, trigger, messages],
  )
  return {
    form,
    judgeUnder: (circumstances) => {
      known.current = circumstances
    },
    judgeComplaints: () => {
      const paths = listErrors(complaints, getValues(), messages).map(placeOf)
      if (paths.length > 0) void trigger(paths)
    },
    showRefusal: ({ code, issues }) => {
      const reading = readDraft(getValues(), known.current)
      for (const issue of issues) {
        const path = formPath(issue.field, reading)
        const error = { type: issue.code, message: messages.errors.issue(issue) }
        if (path) setError(placeOf({ path }), error)
      }
      if (code === 'destination-gone') setError('destination', { message: messages.failure.words(code) })
      if (code === 'not-your-contact') setError('link', { message: messages.failure.words(code) })
    },
  }
}
