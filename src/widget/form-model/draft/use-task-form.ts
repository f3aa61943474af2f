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
  /** Gives the rules their circumstances. The form exists before its contact is known. */
  readonly judgeUnder: (known: KnownCircumstances) => void
  /** Checks the present complaints again: new circumstances may have removed their cause. */
  readonly judgeComplaints: () => void
  /** Shows the proxy's complaints beside the fields they are about. */
  readonly showRefusal: (failure: ClientFailure) => Promise<void>
}

/** An empty draft, and this draft as it was last stored. */
interface StartingPoint {
  readonly blank: TaskDraft
  readonly values: TaskDraft
}

/** If the rules could not be loaded, this error stops react-hook-form from sending the draft. */
const rulesMissing = { values: {}, errors: { root: { type: 'rules-missing' } } }

/** The draft in react-hook-form. It complains when the agent leaves a field, and after a refused press with every change. */
export function useTaskForm(initial: KnownCircumstances, starting: StartingPoint): TaskFormHandle {
  const { locale, zone, now } = usePanelSetting()
  const late = useLateLoader()
  const known = useRef(initial)
  // Read once: later changes of the stored draft come from this form, or the caller writes them into it.
  const [{ blank, values: begun }] = useState(starting)
  const form = useForm<TaskDraft, unknown, TaskRequest>({
    defaultValues: blank,
    mode: 'onTouched',
    // Without the delay, a complaint could appear while the pointer is down, move the button and lose the click.
    delayError: 250,
    // The list of complaints gets the focus: the field itself may be in a closed section.
    shouldFocusError: false,
    // If the agent presses the button before the rules have been loaded, the press waits.
    resolver: async (draft, context, options) => {
      const parts = await late.tried()
      if (!parts) return rulesMissing
      const circumstances = { ...known.current, now: now() }
      return parts.draftResolver(circumstances, parts.languageIn(locale, zone).words)(draft, context, options)
    },
  })
  const { setError, getValues, reset } = form
  // A begun draft counts as changed, so the defaults of the form stay those of an empty draft.
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
