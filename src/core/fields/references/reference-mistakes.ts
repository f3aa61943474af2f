import { isRowPath, type FieldPath } from '../../issues/field-path.ts'
import { trimmedText } from '../../text/invisible.ts'
import { accessTo } from '../field-rule.ts'
import { withheld, type RuleMistake } from '../rule-mistake.ts'
import { referenceIssues } from './reference-issues.ts'
import { fixedReference, kindOf } from './reference-kinds.ts'
import type { ReferenceType } from './reference.ts'
import {
  isReferenceRuleAllowed,
  referenceRule,
  ruledReferences,
  type ReferenceRules,
} from './references-rule.ts'

const pathTo = (name: string) => ['references', 'byName', name]

/** Defaults that Connect would refuse. A reference without a default is not checked: the agent fills it in. */
function brokenDefaults(rules: ReferenceRules): readonly RuleMistake[] {
  const rows = ruledReferences(rules).map(([name, type]) => {
    const { default: value } = referenceRule(rules, name)
    return { name, isOpen: value === undefined, reference: fixedReference(type, name, value ?? '') }
  })
  const forms = Object.fromEntries(
    Object.entries(rules.references?.byName ?? {}).map(([name, { type, form }]) => [
      name,
      form ? { type, form } : { type },
    ]),
  )
  const mistakeAt = (field: FieldPath): readonly string[] | undefined => {
    const row = isRowPath(field) ? rows[field.row] : undefined
    if (!isRowPath(field) || !row) return ['references']
    if (field.member !== 'value') return pathTo(row.name)
    return row.isOpen ? undefined : [...pathTo(row.name), 'default']
  }
  const issues = referenceIssues(
    rows.map(({ reference }) => reference),
    { references: { byName: forms } },
  )
  return issues.flatMap(({ field, code }) => {
    const path = mistakeAt(field)
    return path ? [{ path, code }] : []
  })
}

function mistakesOf(name: string, type: ReferenceType, rules: ReferenceRules): readonly RuleMistake[] {
  const rule = referenceRule(rules, name)
  const path = pathTo(name)
  const mistakes = [...withheld(path, rule)]
  if (!kindOf(type).isPresetShown && rule.default !== undefined && accessTo(rule) !== 'hidden') {
    mistakes.push({ path: [...path, 'default'], code: 'default-never-shown' })
  }
  if (rule.form && type !== 'STRING') mistakes.push({ path: [...path, 'form'], code: 'form-only-for-text' })
  // The form sends names without spaces at their ends, and would find no rule for this name.
  if (name !== trimmedText(name)) mistakes.push({ path, code: 'name-begins-or-ends-blank' })
  return mistakes
}

const forbiddenRules = (rules: ReferenceRules): readonly RuleMistake[] =>
  Object.entries(rules.references?.byName ?? {})
    .filter(([, rule]) => !isReferenceRuleAllowed(rules, rule))
    .map(([name]) => ({ path: pathTo(name), code: 'not-among-allowed' }))

export const referenceMistakes = (rules: ReferenceRules): readonly RuleMistake[] => [
  ...brokenDefaults(rules),
  ...forbiddenRules(rules),
  ...ruledReferences(rules).flatMap(([name, type]) => mistakesOf(name, type, rules)),
]
