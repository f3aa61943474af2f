import { attributesByteLength, inheritedBeside } from '../../core/fields/attributes/attribute-budget.ts'
import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import {
  attributeRule,
  isAttributeUnfilled,
  sentAttributes,
} from '../../core/fields/attributes/attributes-rule.ts'
import { isAttributeHidden } from '../../core/fields/attributes/inherited-attributes.ts'
import type { FieldRule } from '../../core/fields/field-rule.ts'
import { referencesByteLength } from '../../core/fields/references/reference-budget.ts'
import { isReferenceUnfilled, sentReferences } from '../../core/fields/references/reference-rows.ts'
import { referenceRule } from '../../core/fields/references/references-rule.ts'
import type { FieldRules, TaskDraft } from '../../core/task-parts.ts'
import { isBlank } from '../../core/text.ts'
import type { TimeZone } from '../../core/time/time-zone.ts'

export interface ReferenceFigures {
  readonly count: number
  /** Required rows that still have no value. */
  readonly missingCount: number
  readonly usedBytes: number
}

const isMissing = ({ isRequired }: FieldRule<string>, value: string) => isRequired === true && isBlank(value)

/** Counts the references as they would be sent, so without unfilled rows. Hidden rows count as bytes only. */
export function referenceFigures(
  rows: TaskDraft['references'],
  rules: FieldRules,
  timeZone: TimeZone,
): ReferenceFigures {
  const filled = rows.filter((row) => !isReferenceUnfilled(row, rules))
  const missing = filled.filter(({ name, value }) => isMissing(referenceRule(rules, name.trim()), value))
  return {
    count: filled.length - missing.length,
    missingCount: missing.length,
    usedBytes: referencesByteLength(sentReferences(rows, rules, timeZone)),
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
}

/** The attributes of the contact: those that the proxy tells, and the bytes of those that it does not. */
interface InheritedAttributes {
  readonly attributes: readonly Attribute[]
  readonly hiddenBytes: number
}

/** Counts the task's own attributes and the inherited ones beside them. Hidden attributes count as bytes only. */
export function attributeFigures(
  rows: readonly Attribute[],
  inherited: InheritedAttributes,
  rules: FieldRules,
  countBytes: (rows: readonly Attribute[]) => number = attributesByteLength,
): AttributeFigures {
  const own = rows.filter((row) => !isAttributeUnfilled(row, rules))
  const missing = own.filter(({ key, value }) => isMissing(attributeRule(rules, key), value))
  const sent = sentAttributes(rows, rules)
  const beside = inheritedBeside(sent, inherited.attributes)
  const shown = beside.filter(({ key }) => !isAttributeHidden(rules, key))
  const ownBytes = countBytes(sent)
  const inheritedBytes = attributesByteLength(beside) + inherited.hiddenBytes
  return {
    ownCount: own.length - missing.length,
    missingCount: missing.length,
    ownBytes,
    inheritedCount: shown.length,
    inheritedBytes,
    hiddenBytes: inheritedBytes - attributesByteLength(shown),
    totalBytes: ownBytes + inheritedBytes,
  }
}
