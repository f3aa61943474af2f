import { useLayoutEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { ClientFailure } from '../../../client/task-client-error.ts'
import { sameDraft } from '../../../core/task/task-draft.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { useLateLoader } from '../../late/late.tsx'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import type { DraftForm } from './draft-form.ts'
import { useMending } from './use-mending.ts'
import type { KnownCircumstances } from '../errors/draft-resolver.ts'

export interface TaskFormHandle {
  readonly form: DraftForm
  /** Tells the rules what they judge under; the form exists before its contact is known. */
  readonly judgeUnder: (known: KnownCircumstances) => void
  /** Judges the present complaints again: new circumstances may have mended them. */
  readonly judgeComplaints: () => void
  /** Shows the proxy's complaints beside the fields they are about. */
  readonly showRefusal: (failure: ClientFailure) => Promise<void>
}

/** A new draft, and this draft as it was last kept. */
interface StartingPoint {
  readonly blank: TaskDraft
  readonly values: TaskDraft
}

/** Without the rules nothing may be sent: react-hook-form sends no draft that has an error. */
const rulesMissing = { values: {}, errors: { root: { type: 'rules-missing' } } }

/** The draft in react-hook-form: complaints when a field is left, and on every change once a submit was refused. */
export function useTaskForm(initial: KnownCircumstances, starting: StartingPoint): TaskFormHandle {
  const { locale, zone, now } = usePanelSetting()
  const late = useLateLoader()
  const known = useRef(initial)
  // Later changes of the kept draft come from this form, or are written into it by the caller.
  const [{ blank, values: begun }] = useState(starting)
  const form = useForm<TaskDraft, unknown, TaskRequest>({
    defaultValues: blank,
    mode: 'onTouched',
    // A complaint that appears while a pointer is down moves the button being pressed, and the click is lost.
    delayError: 250,
    // The summary takes the focus: the field itself may be inside a closed section.
    shouldFocusError: false,
    // A press before the rules have been loaded waits for them.
    resolver: async (draft, context, options) => {
      const parts = await late.tried()
      if (!parts) return rulesMissing
      const circumstances = { ...known.current, now: now() }
      return parts.draftResolver(circumstances, parts.languageIn(locale, zone).words)(draft, context, options)
    },
  })
  const { setError, getValues, reset } = form
  // A begun draft counts as changed: its defaults stay those of a new draft.
  useLayoutEffect(() => {
    if (!sameDraft(begun, blank)) reset(begun, { keepDefaultValues: true })
  }, [reset, begun, blank])
  const judgeComplaints = useMending(form, async (errors, values) => {
    const { complainedPaths } = await late.loaded
    return complainedPaths(errors, values)
  })
  return {
    form,
    judgeUnder: (circumstances) => {
      known.current = circumstances
    },
    judgeComplaints,
    showRefusal: async (failure) => {
      const { refusalErrors, languageIn } = await late.loaded
      const circumstances = { ...known.current, now: now() }
      const errors = refusalErrors(failure, getValues(), circumstances, languageIn(locale, zone).words)
      for (const { place, error } of errors) setError(place, error)
    },
  }
}
