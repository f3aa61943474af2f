import { attributesByteLength, inheritedBeside } from '../../../core/fields/attributes/attribute-budget.ts'
import { attributesByteLimit, type Attribute } from '../../../core/fields/attributes/attribute.ts'
import {
  attributeRule,
  isAttributeUnfilled,
  sentAttribute,
  withFixedAttributes,
} from '../../../core/fields/attributes/attributes-rule.ts'
import { isAttributeHidden } from '../../../core/fields/attributes/inherited-attributes.ts'
import type { FieldRule } from '../../../core/fields/field-rule.ts'
import { referencesByteLength } from '../../../core/fields/references/reference-budget.ts'
import { referencesByteLimit } from '../../../core/fields/references/reference.ts'
import {
  isReferenceUnfilled,
  readReferences,
  sentReferences,
} from '../../../core/fields/references/reference-rows.ts'
import { referenceRule } from '../../../core/fields/references/references-rule.ts'
import type { FieldRules, TaskDraft } from '../../../core/task/task-parts.ts'
import { trimmedText } from '../../../core/text/invisible.ts'
import { isBlank } from '../../../core/text/text.ts'
import type { TimeZone } from '../../../core/time/time-zone.ts'
import { byteLevel } from './byte-level.ts'
import { largestRows, type SizedRow } from './largest-rows.ts'

export interface ReferenceFigures {
  readonly count: number
  /** Required rows that still have no value. */
  readonly missingCount: number
  readonly usedBytes: number
  /** The largest rows, once the budget is nearly used up. */
  readonly largest: readonly SizedRow[]
}

const isMissing = ({ isRequired }: FieldRule<string>, value: string) => isRequired === true && isBlank(value)

function sizedReferences(
  typed: TaskDraft['references'],
  rules: FieldRules,
  timeZone: TimeZone,
): readonly SizedRow[] {
  const { request, rows } = readReferences(typed, rules, timeZone)
  return request.references.map((reference, index) => ({
    name: reference.name,
    bytes: referencesByteLength([reference]),
    row: rows?.references?.[index],
  }))
}

/** Counts the references that would be sent: unfilled rows do not count. Hidden rows count in the bytes, not in the number. */
export function referenceFigures(
  rows: TaskDraft['references'],
  rules: FieldRules,
  timeZone: TimeZone,
): ReferenceFigures {
  const filled = rows.filter((row) => !isReferenceUnfilled(row, rules))
  const missing = filled.filter(({ name, value }) =>
    isMissing(referenceRule(rules, trimmedText(name)), value),
  )
  const usedBytes = referencesByteLength(sentReferences(rows, rules, timeZone))
  return {
    count: filled.length - missing.length,
    missingCount: missing.length,
    usedBytes,
    largest:
      byteLevel(usedBytes, referencesByteLimit) === 'fine'
        ? []
        : largestRows(sizedReferences(rows, rules, timeZone)),
  }
}

export interface AttributeFigures {
  readonly ownCount: number
  /** Required rows that still have no value. */
  readonly missingCount: number
  readonly ownBytes: number
  readonly inheritedCount: number
  readonly inheritedBytes: number
  /** Inherited bytes of hidden attributes. */
  readonly hiddenBytes: number
  readonly totalBytes: number
  /** The largest rows, own and inherited, once the budget is nearly used up. */
  readonly largest: readonly SizedRow[]
}

/** The attributes of the contact that the proxy returns, and the bytes of those that it hides. */
export interface InheritedAttributes {
  readonly attributes: readonly Attribute[]
  readonly hiddenBytes: number
}

const countRows = (rows: readonly Attribute[]): readonly number[] =>
  rows.map((row) => attributesByteLength([sentAttribute(row)]))

const sum = (rows: readonly SizedRow[]) => rows.reduce((total, { bytes }) => total + bytes, 0)

/**
 * Counts the task's own attributes together with the inherited ones. Hidden attributes count in the bytes, not in the number.
 */
export function attributeFigures(
  rows: readonly Attribute[],
  inherited: InheritedAttributes,
  rules: FieldRules,
  bytes: readonly number[] = countRows(rows),
): AttributeFigures {
  const own: Attribute[] = []
  const sized: SizedRow[] = []
  // One loop, because this runs for each typed key over hundreds of rows.
  for (const [index, row] of rows.entries()) {
    if (isAttributeUnfilled(row, rules)) continue
    own.push(sentAttribute(row))
    sized.push({ name: row.key, bytes: bytes[index] ?? 0, row: index })
  }
  const missing = rules.attributes
    ? own.filter(({ key, value }) => isMissing(attributeRule(rules, key), value))
    : []
  const sent = withFixedAttributes(own, rules)
  const beside = inheritedBeside(sent, inherited.attributes)
  const shown = beside.filter(({ key }) => !isAttributeHidden(rules, key))
  const sizedShown = shown.map((row) => ({
    name: row.key,
    bytes: attributesByteLength([row]),
    row: undefined,
  }))
  const ownBytes = sum(sized) + attributesByteLength(sent.slice(own.length))
  const inheritedBytes = attributesByteLength(beside) + inherited.hiddenBytes
  const totalBytes = ownBytes + inheritedBytes
  return {
    ownCount: own.length - missing.length,
    missingCount: missing.length,
    ownBytes,
    inheritedCount: shown.length,
    inheritedBytes,
    hiddenBytes: inheritedBytes - sum(sizedShown),
    totalBytes,
    largest:
      byteLevel(totalBytes, attributesByteLimit) === 'fine' ? [] : largestRows([...sized, ...sizedShown]),
  }
}
