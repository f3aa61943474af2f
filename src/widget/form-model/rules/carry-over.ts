import { accessTo } from '../../../core/fields/field-rule.ts'
import { isReferenceBlank, newReferenceRow } from '../../../core/fields/references/reference-kinds.ts'
import type { ReferenceDraft } from '../../../core/fields/references/reference.ts'
import { referenceRule } from '../../../core/fields/references/references-rule.ts'
import { fieldNames } from '../../../core/task/field-names.ts'
import type { FieldRules, TaskDraft } from '../../../core/task/task-parts.ts'
import { trimmedText } from '../../../core/text/invisible.ts'
import type { FormRules } from './form-rules.ts'

type Rows = TaskDraft['references']

/** The values that the agent gave in each form of this draft, by the id of its template. */
export type ShelvedValues = Map<string, Rows>

export interface FormSwitch {
  readonly before: Pick<FormRules, 'fields' | 'presets' | 'template'>
  readonly after: Pick<FormRules, 'presets' | 'template' | 'lay'>
  readonly shelved: ShelvedValues
}

/** True if a rule has filled in the value and the agent has not changed it. */
function isFilledIn(row: ReferenceDraft, rules: FieldRules): boolean {
  const name = trimmedText(row.name)
  const rule = referenceRule(rules, name)
  if (rule.type !== row.type) return false
  return (
    accessTo(rule) !== 'editable' || row.value === newReferenceRow(row.type, name, rule.default ?? '').value
  )
}

const isSameField = (one: ReferenceDraft, other: ReferenceDraft) =>
  one.type === other.type && trimmedText(one.name) === trimmedText(other.name)

/** If the agent has not changed a field, it gets the preset of the new form. */
function presetsOfLeft(draft: TaskDraft, { before, after }: FormSwitch): Partial<TaskDraft> {
  const left = fieldNames.filter(
    (field) => JSON.stringify(draft[field]) === JSON.stringify(before.presets[field]),
  )
  return Object.fromEntries(left.map((field) => [field, after.presets[field]] as const))
}

/**
 * The draft after the agent has chosen another template. A value goes to the field of the same name and type. A value without
 * such a field stays in the draft, outside the form. When the agent comes back to the first template, its values are there
 * again.
 */
export function carryOver(draft: TaskDraft, change: FormSwitch): TaskDraft {
  const { before, after, shelved } = change
  const given = draft.references.filter((row) => !isReferenceBlank(row) && !isFilledIn(row, before.fields))
  if (before.template) shelved.set(before.template.templateId, given)
  const earlier = after.template ? (shelved.get(after.template.templateId) ?? []) : []
  const back = earlier.filter((row) => !given.some((each) => isSameField(each, row)))
  // The destination has chosen the form.
  const { destination } = draft
  const laid = { ...draft, ...presetsOfLeft(draft, change), destination, references: [...given, ...back] }
  return after.lay(laid)
}
