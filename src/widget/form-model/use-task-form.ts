import { useLayoutEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { TaskForm } from './draft-form.ts'
import type { Failure } from '../../client/task-client-error.ts'
import type { TaskRequest } from '../../core/task-request.ts'
import { sameDraft, type TaskDraft } from '../../core/task-draft.ts'
import type { DraftCircumstances } from './draft-resolver.ts'
import { useLoadedParts } from '../late-context.ts'
import { usePanelSetting } from '../panel-setting.ts'

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

/** Until the rules are there, nothing is right: a complaint without words keeps react-hook-form from sending. */
const unjudged = { values: {}, errors: { link: { type: 'unjudged' } } }

/** The draft in react-hook-form: complaints when a field is left, and on every change once a submit was refused. */
export function useTaskForm(initial: KnownCircumstances, starting: StartingPoint): TaskFormHandle {
  const { messages, now } = usePanelSetting()
  const parts = useLoadedParts()
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
      parts
        ? parts.draftResolver({ ...known.current, now: now() }, messages)(draft, context, options)
        : unjudged,
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
    if (!isMending || !parts) return undefined
    return subscribe({
      formState: { values: true },
      // One field can mend another's complaint: a repeated key, the day of a skipped time, the bytes of a list.
      callback: ({ isSubmitted, errors = {}, values }) => {
        const paths = parts.complainedPaths(errors, values, messages)
        if (isSubmitted) void trigger()
        else if (paths.length > 0) void trigger(paths)
      },
    })
  }, [isMending, parts, subscribe, trigger, messages])
  return {
    form,
    judgeUnder: (circumstances) => {
      known.current = circumstances
    },
    judgeComplaints: () => {
      const paths = parts?.complainedPaths(complaints, getValues(), messages) ?? []
      if (paths.length > 0) void trigger(paths)
    },
    showRefusal: (failure) => {
      const errors = parts?.refusalErrors(failure, getValues(), known.current, messages) ?? []
      for (const { place, error } of errors) setError(place, error)
    },
  }
}
