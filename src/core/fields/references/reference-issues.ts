import type { RowPath } from '../../issues/field-path.ts'
import { tooLong, type Issue } from '../../issues/issues.ts'
import { createRowIssues, textExcess, type RowFault, type RowIssueCount } from '../../issues/row-issues.ts'
import { isBlank, isFarLonger, isWellFormed, utf8ByteLength } from '../../text/text.ts'
import { accessTo } from '../field-rule.ts'
import { namesWithoutRow } from '../list-rule.ts'
import { areReferencesFarTooLarge } from './reference-budget.ts'
import type { ValueReading } from './reference-kind.ts'
import {
  connectReferenceValue,
  fixedReference,
  isReferenceBlank,
  measureValue,
  readValue,
  valueRuleFault,
} from './reference-kinds.ts'
import { referencesByteLimit, referenceTextLimit, type Reference } from './reference.ts'
import { formFault } from './value-form.ts'
import {
  allowedReferenceTypes,
  referenceRule,
  ruledReferences,
  type ReferenceRules,
} from './references-rule.ts'

const pathOf = (row: number, member: 'name' | 'value'): RowPath => ({ list: 'references', row, member })

function nameFault(name: string, seen: ReadonlySet<string>): RowFault | undefined {
  if (!isFarLonger(name, referenceTextLimit)) {
    if (isBlank(name)) return 'reference-name-missing'
    if (!isWellFormed(name)) return 'text-not-unicode'
    if (seen.has(name)) return 'reference-name-repeated'
  }
  return textExcess('reference-text-too-long', name, referenceTextLimit)
}

/** Returns a function that checks a row by the rules. */
function judgeBy(rules: ReferenceRules) {
  const allowedTypes = allowedReferenceTypes(rules)
  return (reference: Reference, reading: ValueReading): RowFault | undefined => {
    const { name, type } = reference
    const rule = referenceRule(rules, name)
    const { default: fixed, type: ruledType = type } = rule
    const isOpen = accessTo(rule) === 'editable'
    if (!isOpen && fixed === undefined) return 'reference-not-allowed'
    if (!allowedTypes.includes(type)) return 'reference-type-not-allowed'
    if (rule.isRequired && isReferenceBlank(reference)) return 'field-required'
    // If Connect refuses the value, do not complain about its form too.
    const formed = reading.fault ? undefined : formFault(rule.form, reading.sent)
    const refused = valueRuleFault(type, reading, rules.references ?? {}) ?? formed
    if (refused) return refused
    const isAsFixed =
      isOpen ||
      fixed === undefined ||
      reading.sent === connectReferenceValue(fixedReference(type, name, fixed))
    return type === ruledType && isAsFixed ? undefined : 'field-locked'
  }
}

/** The references that the rules require and the task lacks. */
export function missingReferences(references: readonly Reference[], rules: ReferenceRules): readonly Issue[] {
  const required = ruledReferences(rules).flatMap(([name]) =>
    referenceRule(rules, name).isRequired ? [name] : [],
  )
  return namesWithoutRow(required, references, ({ name }) => name).map((name) => ({
    field: 'references',
    code: 'reference-required',
    name,
  }))
}

/** The fields of a template that it requires and that cannot be filled in. */
export const unfillableFields = ({ references = {} }: ReferenceRules): readonly Issue[] =>
  (references.unfillable ?? []).map((name) => ({
    field: 'destination',
    code: 'template-field-unknown',
    name,
  }))

/** Why Connect would refuse references or silently drop one, and why the rules refuse them. */
export function referenceIssues(
  references: readonly Reference[],
  rules: ReferenceRules,
  count?: RowIssueCount,
): readonly Issue[] {
  const issues = createRowIssues(pathOf, count)
  const seen = new Set<string>()
  // References that are far too large are refused anyway, so do not parse them one by one.
  const isParsed = !areReferencesFarTooLarge(references)
  const judge = judgeBy(rules)
  let bytes = 0
  for (const [row, reference] of references.entries()) {
    const reading = isParsed ? readValue(reference) : measureValue(reference)
    const ruled = isParsed ? judge(reference, reading) : undefined
    issues.add(row, 'name', nameFault(reference.name, seen))
    // Complain only once about a missing required value.
    if (ruled !== 'field-required') issues.add(row, 'value', reading.fault)
    issues.add(row, ruled === 'reference-not-allowed' ? 'name' : 'value', ruled)
    seen.add(reference.name)
    bytes += utf8ByteLength(reference.name) + utf8ByteLength(reading.sent)
  }
  return [...issues.listed, ...tooLong('references', 'references-too-large', bytes, referencesByteLimit)]
}
