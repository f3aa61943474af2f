import { useEffect, useRef } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { Failure } from '../client/task-client-error.ts'
import type { TaskRequest } from '../core/task.ts'
import { emptyDraft, readDraft, type TaskDraft } from '../core/task-draft.ts'
import { draftResolver, type DraftCircumstances } from './draft-resolver.ts'
import { formPath, isListPath } from './form-path.ts'
import { usePanelSetting } from './panel-setting.ts'

export type TaskForm = UseFormReturn<TaskDraft, unknown, TaskRequest>

/** What the rules must know beside the draft and the time. */
export type KnownCircumstances = Omit<DraftCircumstances, 'now'>

export interface TaskFormHandle {
  readonly form: TaskForm
  /** Tells the rules what they judge under; the form exists before its contact is known. */
  readonly judgeUnder: (known: KnownCircumstances) => void
  /** Shows what the proxy complained about beside the fields it is about. */
  readonly showRefusal: (failure: Failure) => void
}

/** The draft in react-hook-form: complaints when a field is left, and on every change once a submit was refused. */
export function useTaskForm(initial: KnownCircumstances): TaskFormHandle {
  const { messages, now } = usePanelSetting()
  const known = useRef(initial)
  const form = useForm<TaskDraft, unknown, TaskRequest>({
    defaultValues: emptyDraft,
    mode: 'onTouched',
    // The summary takes the focus: the field itself may be inside a closed section.
    shouldFocusError: false,
    resolver: (draft, context, options) =>
      draftResolver({ ...known.current, now: now() }, messages.errors.issue)(draft, context, options),
  })
  const { subscribe, trigger, setError, getValues, formState } = form
  const { isSubmitted } = formState
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        // One field can mend another's complaint: a repeated key, the bytes of a whole list.
        callback: () => {
          if (isSubmitted) void trigger()
        },
      }),
    [subscribe, trigger, isSubmitted],
  )
  return {
    form,
    judgeUnder: (circumstances) => {
      known.current = circumstances
    },
    showRefusal: ({ code, issues }) => {
      const reading = readDraft(getValues(), known.current)
      for (const issue of issues) {
        const path = formPath(issue.field, reading)
        const message = messages.errors.issue(issue)
        if (path && !isListPath(path)) setError(path, { type: issue.code, message })
      }
      if (code === 'destination-gone') setError('destination', { message: messages.failure.words(code) })
      if (code === 'not-your-contact') setError('link', { message: messages.failure.words(code) })
    },
  }
}
