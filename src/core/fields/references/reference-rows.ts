import { trimmedText } from '../../text/invisible.ts'
import type { Issue } from '../../issues/issues.ts'
import type { TimeZone } from '../../time/time-zone.ts'
import { accessTo } from '../field-rule.ts'
import type { FieldReading } from '../field.ts'
import { hasRow } from '../list-rule.ts'
import {
  isReferenceBlank,
  isRowEmpty,
  newReferenceRow,
  readReference,
  rowIssueCode,
} from './reference-kinds.ts'
import type { Reference, ReferenceDraft } from './reference.ts'
import {
  isReferenceRuled,
  referenceRule,
  ruledReferences,
  withFixedReferences,
  type ReferenceRules,
} from './references-rule.ts'

/** The name without spaces at its ends, unless the rules have a name with them, as a template may. */
const nameOf = ({ name }: ReferenceDraft, rules: ReferenceRules): string =>
  isReferenceRuled(rules, name) ? name : trimmedText(name)

const named = (reference: Reference, name: string): Reference => ({ ...reference, name })

/** True for an empty row, and for a row of the rules without a value unless the value is required. These rows are not sent. */
export function isReferenceUnfilled(row: ReferenceDraft, rules: ReferenceRules): boolean {
  if (row.name === '' && isRowEmpty(row)) return true
  const name = nameOf(row, rules)
  return isReferenceBlank(row) && isReferenceRuled(rules, name) && !referenceRule(rules, name).isRequired
}

/** True if the chosen template has no field for the row. */
const isBesideTemplate = (row: ReferenceDraft, rules: ReferenceRules): boolean =>
  rules.references?.isOfTemplate === true && referenceRule(rules, nameOf(row, rules)).type !== row.type

/** A value that the chosen template has no field for. It stays in the draft and is not sent. */
export const isUnfit = (row: ReferenceDraft, rules: ReferenceRules): boolean =>
  isBesideTemplate(row, rules) && !isReferenceBlank(row)

/** True if a row stays even if no rule names it. */
const isOwnRow = (row: ReferenceDraft, rules: ReferenceRules): boolean =>
  rules.references?.isOfTemplate ? isUnfit(row, rules) : !isReferenceRuled(rules, nameOf(row, rules))

/** The rows of a draft under the rules. Rows of the agent's own stay. */
export function referencesUnder(
  typed: readonly ReferenceDraft[],
  rules: ReferenceRules,
): readonly ReferenceDraft[] {
  const ruled = ruledReferences(rules).flatMap(([name, type]) => {
    const rule = referenceRule(rules, name)
    if (!hasRow(rule)) return []
    const before = typed.find((row) => row.type === type && nameOf(row, rules) === name)
    const isKept = before !== undefined && accessTo(rule) === 'editable'
    return [isKept ? { ...before, name } : newReferenceRow(type, name, rule.default ?? '')]
  })
  return [...ruled, ...typed.filter((row) => isOwnRow(row, rules))]
}

/** The rows of a draft as they are sent, and their indexes in the draft. */
export function readReferences(
  typed: readonly ReferenceDraft[],
  rules: ReferenceRules,
  timeZone: TimeZone,
): FieldReading<{ readonly references: readonly Reference[] }> {
  const references: Reference[] = []
  const rows: number[] = []
  const issues: Issue[] = []
  for (const [row, reference] of typed.entries()) {
    if (isReferenceUnfilled(reference, rules) || isBesideTemplate(reference, rules)) continue
    // The rule asks for a missing required value.
    const name = nameOf(reference, rules)
    const isAsked = isReferenceBlank(reference) && isReferenceRuled(rules, name)
    const code = isAsked ? undefined : rowIssueCode(reference, timeZone)
    if (code) issues.push({ field: { list: 'references', row: references.length, member: 'value' }, code })
    references.push(named(readReference(reference, timeZone), name))
    rows.push(row)
  }
  return { request: { references }, issues, rows: { references: rows } }
}

/** The rows of a draft as the task has them, including fixed rows. */
export const sentReferences = (
  typed: readonly ReferenceDraft[],
  rules: ReferenceRules,
  timeZone: TimeZone,
): readonly Reference[] =>
  withFixedReferences(readReferences(typed, rules, timeZone).request.references, rules)
