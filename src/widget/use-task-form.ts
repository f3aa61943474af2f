import { useLayoutEffect, useRef, useState } from 'react'
import { useForm, type UseFormReturn } from 'react-hook-form'
import type { Failure } from '../client/task-client-error.ts'
import type { TaskRequest } from '../core/task.ts'
import { readDraft, sameDraft, type TaskDraft } from '../core/task-draft.ts'
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

/** What a new draft holds, and what this one held when it was last seen. */
interface StartingPoint {
  readonly blank: TaskDraft
  readonly values: TaskDraft
}

/** Where react-hook-form lets a complaint be set or judged: a list only as a whole, not at its root. */
const placeOf = ({ path }: Pick<Complaint, 'path'>) => (isListPath(path) ? listOf(path) : path)

/** The draft in react-hook-form: complaints when a field is left, and on every change once a submit was refused. */
export function useTaskForm(initial: KnownCircumstances, starting: StartingPoint): TaskFormHandle {
  const { messages, now } = usePanelSetting()
  const known = useRef(initial)
  // Where the form starts, whatever becomes of the draft meanwhile.
  const [{ blank, values: begun }] = useState(starting)
  const form = useForm<TaskDraft, unknown, TaskRequest>({
    defaultValues: blank,
    mode: 'onTouched',
    // A complaint that appears while a pointer is down moves what it is pressing, and the click is lost.
    delayError: 250,
    // The summary takes the focus: the field itself may be inside a closed section.
    shouldFocusError: false,
    resolver: (draft, context, options) =>
      draftResolver({ ...known.current, now: now() }, messages)(draft, context, options),
  })
  const { subscribe, trigger, setError, getValues, formState, reset } = form
  // A draft that was begun before is one that was changed: what it was changed from stays what a new one holds.
  useLayoutEffect(() => {
    if (!sameDraft(begun, blank)) reset(begun, { keepDefaultValues: true })
  }, [reset, begun, blank])
  const { errors: complaints, isSubmitted: wasRefused } = formState
  const isMending = wasRefused || Object.keys(complaints).length > 0
  // Only while there is something to mend: for whoever hears each key, react-hook-form copies the whole draft.
  useLayoutEffect(() => {
    if (!isMending) return undefined
    return subscribe({
      formState: { values: true },
      // One field can mend another's complaint: a repeated key, the day of a skipped time, the bytes of a list.
      callback: ({ isSubmitted, errors = {}, values }) => {
        const paths = listErrors(errors, values, messages).map(placeOf)
        if (isSubmitted) void trigger()
        else if (paths.length > 0) void trigger(paths)
      },
    })
  }, [isMending, subscribe, trigger, messages])
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
