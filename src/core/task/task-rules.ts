import type { FieldRules, TaskDraft } from './task-parts.ts'
import type { Access } from '../fields/field-rule.ts'
import type { RuleMistake } from '../fields/rule-mistake.ts'
import { emptyDraft } from './task-draft.ts'
import { allFields, taskFields } from './task-fields.ts'
import { withParts } from './with-parts.ts'

/** Whether the agent may edit a field under these rules, only see it, or not see it. */
export const fieldAccess = (field: keyof typeof taskFields, rules: FieldRules): Access =>
  taskFields[field].access(rules)

const merged = (strong: FieldRules, weak: FieldRules): FieldRules =>
  withParts<FieldRules>(
    {},
    allFields.map(({ mergeRules }) => mergeRules(strong, weak)),
  )

/**
 * Merges several sets of rules, the strongest authority first: policy, template, host. The stricter rule wins. A default comes
 * from the strongest authority that has one.
 */
export const mergeFieldRules = (...rules: readonly FieldRules[]): FieldRules => rules.reduce(merged, {})

/** The mistakes of rules that contradict themselves or Connect. Hosts and administrators see them, agents do not. */
export const fieldRulesMistakes = (rules: FieldRules): readonly RuleMistake[] =>
  allFields.flatMap(({ ruleMistakes }) => ruleMistakes(rules))

/**
 * Applies today's rules to a draft: fixed fields get their value, and required rows are added. Otherwise a stored draft could
 * be wrong in a field that the agent cannot change. The agent's own rows stay.
 */
export const draftUnder = (draft: TaskDraft, rules: FieldRules): TaskDraft =>
  withParts(
    draft,
    allFields.map((field) => field.draftUnder(draft, rules)),
  )

/** The draft that an agent begins with. */
export function blankDraft(rules: FieldRules): TaskDraft {
  const presets = allFields.map(({ preset }) => preset(emptyDraft, rules))
  return draftUnder(withParts(emptyDraft, presets), rules)
}
