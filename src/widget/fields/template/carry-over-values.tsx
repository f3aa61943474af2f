import { useLayoutEffect, useRef, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { sameDraft } from '../../../core/task/task-draft.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { keepAllButValues } from '../../form-model/draft/draft-form.ts'
import { carryOver, type ShelvedValues } from '../../form-model/rules/carry-over.ts'
import { templateIdOf } from '../../form-model/rules/draft-rules.ts'
import { useFormRules, type FormRules } from '../../form-model/rules/form-rules.ts'

interface Carrying {
  /** The rules that the draft last followed. */
  before: FormRules
  /** The template that the stored draft was written for. Its values need no carrying over. */
  keptId: string | undefined
}

/**
 * Carries the values over when the agent chooses another template, as soon as that template has been read. It stands after all
 * fields of the form: the inputs of a list that is shown from now on register before, and would register the old rows again.
 */
export function CarryOverValues() {
  const rules = useFormRules()
  const { control, getValues, reset } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const templateId = templateIdOf({ destination: useWatch({ control, name: 'destination' }) })
  const [shelved] = useState((): ShelvedValues => new Map())
  const held = useRef<Carrying>({ before: rules, keptId: templateId })
  useLayoutEffect(() => {
    const carrying = held.current
    if (templateId !== carrying.keptId) carrying.keptId = undefined
    // The new template is still being read.
    if (rules.template?.templateId !== templateId) return
    const { before, keptId } = carrying
    carrying.before = rules
    // A new version of the same template also counts as another form.
    if (before.template === rules.template || (keptId !== undefined && keptId === templateId)) return
    const draft = getValues()
    const carried = carryOver(draft, { before, after: rules, shelved })
    if (!sameDraft(draft, carried)) reset(carried, keepAllButValues)
  }, [shelved, rules, templateId, getValues, reset])
  return null
}
