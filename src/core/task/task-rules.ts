import type { FieldRules, TaskDraft } from './task-parts.ts'
import type { Access } from '../fields/field-rule.ts'
import type { RuleMistake } from '../fields/rule-mistake.ts'
import { emptyDraft } from './task-draft.ts'
import { allFields, taskFields } from './task-fields.ts'
import { withParts } from './with-parts.ts'

/** What the agent may do with a field under these rules. */
export const fieldAccess = (field: keyof typeof taskFields, rules: FieldRules): Access =>
  taskFields[field].access(rules)

const merged = (strong: FieldRules, weak: FieldRules): FieldRules =>
  withParts<FieldRules>(
    {},
    allFields.map(({ mergeRules }) => mergeRules(strong, weak)),
  )

/**
 * One set of rules from several, the strongest authority first: policy, template, host. The stricter rule wins; a default is
 * that of the strongest authority that gives one.
 */
export const mergeFieldRules = (...rules: readonly FieldRules[]): FieldRules => rules.reduce(merged, {})

/** Where rules contradict themselves or Connect. Hosts and administrators see these mistakes, agents do not. */
export const fieldRulesMistakes = (rules: FieldRules): readonly RuleMistake[] =>
  allFields.flatMap(({ ruleMistakes }) => ruleMistakes(rules))

/**
 * A draft under the rules of today: fixed fields hold their value, and every row the rules ask for is there. Otherwise a draft
 * kept from yesterday could be wrong where the agent cannot change it. Rows of the agent's own stay.
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
