import type { RowPath } from '../../field-path.ts'
import { noIssues, tooLong, type TaskIssue } from '../../issues.ts'
import { isBlank, isFarLonger, isWellFormed, scalarLength } from '../../text.ts'
import { accessTo } from '../field-rule.ts'
import { areReferencesFarTooLarge, referencesByteLength } from './reference-budget.ts'
import {
  connectReferenceValue,
  fixedReference,
  isReferenceBlank,
  valueIssues,
  valueRuleIssues,
} from './reference-kinds.ts'
import { referencesByteLimit, referenceTextLimit, type Reference } from './reference.ts'
import {
  allowedReferenceTypes,
  referenceRule,
  ruledReferences,
  type ReferenceRules,
} from './references-rule.ts'

const pathOf = (row: number, member: 'name' | 'value'): RowPath => ({ list: 'references', row, member })

function nameIssues(name: string, row: number, seen: ReadonlySet<string>): readonly TaskIssue[] {
  const field = pathOf(row, 'name')
  if (!isFarLonger(name, referenceTextLimit)) {
    if (isBlank(name)) return [{ field, code: 'reference-name-missing' }]
    if (!isWellFormed(name)) return [{ field, code: 'text-not-unicode' }]
    if (seen.has(name)) return [{ field, code: 'reference-name-repeated' }]
  }
  return tooLong(field, 'reference-text-too-long', scalarLength(name), referenceTextLimit)
}

function ruleIssues(reference: Reference, row: number, rules: ReferenceRules): readonly TaskIssue[] {
  const field = pathOf(row, 'value')
  const rule = referenceRule(rules, reference.name)
  const { default: fixed, type: ruledType = reference.type } = rule
  const isOpen = accessTo(rule) === 'editable'
  if (!isOpen && fixed === undefined) return [{ field: pathOf(row, 'name'), code: 'reference-not-allowed' }]
  if (!allowedReferenceTypes(rules).includes(reference.type)) {
    return [{ field, code: 'reference-type-not-allowed' }]
  }
  if (rule.isRequired && isReferenceBlank(reference)) return [{ field, code: 'field-required' }]
  const refused = valueRuleIssues(reference, field, rules.references ?? {})
  if (refused.length > 0) return refused
  const isAsFixed =
    isOpen ||
    fixed === undefined ||
    connectReferenceValue(reference) ===
      connectReferenceValue(fixedReference(reference.type, reference.name, fixed))
  return reference.type === ruledType && isAsFixed ? noIssues : [{ field, code: 'field-locked' }]
}

/** The references that the rules require and the task lacks. */
export function missingReferences(
  references: readonly Reference[],
  rules: ReferenceRules,
): readonly TaskIssue[] {
  const names = new Set(references.map(({ name }) => name))
  return ruledReferences(rules)
    .filter(([name]) => referenceRule(rules, name).isRequired && !names.has(name))
    .map(([name]) => ({ field: 'references', code: 'reference-required', name }))
}

/** Why Connect would refuse references, or silently lose one, and why the rules refuse them. */
export function referenceIssues(
  references: readonly Reference[],
  rules: ReferenceRules,
): readonly TaskIssue[] {
  const issues: TaskIssue[] = []
  const seen = new Set<string>()
  // References that are far too large are refused anyway, and not parsed one by one.
  const isParsed = !areReferencesFarTooLarge(references)
  for (const [row, reference] of references.entries()) {
    const ruled = isParsed ? ruleIssues(reference, row, rules) : noIssues
    const isAsked = ruled.some(({ code }) => code === 'field-required')
    issues.push(...nameIssues(reference.name, row, seen))
    // A required value that is missing is asked for once.
    if (!isAsked) issues.push(...valueIssues(reference, pathOf(row, 'value'), isParsed))
    issues.push(...ruled)
    seen.add(reference.name)
  }
  const bytes = referencesByteLength(references)
  return [...issues, ...tooLong('references', 'references-too-large', bytes, referencesByteLimit)]
}
