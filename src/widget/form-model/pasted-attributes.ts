import type { Attribute } from '../../core/fields/attributes/attribute.ts'
import { attributeRule } from '../../core/fields/attributes/attributes-rule.ts'
import { accessTo } from '../../core/fields/field-rule.ts'
import type { FieldRules } from '../../core/task-parts.ts'
import { isBlankRow } from './own-attributes.ts'
import type { PastedRow } from './pasted-row.ts'

/** The rows of a draft after a paste, and how many of the pasted attributes became part of them. */
export interface AttributesPaste {
  readonly rows: readonly Attribute[]
  readonly pastedCount: number
  /** Those among them whose key another row had: its value is replaced. */
  readonly replacedCount: number
  /** Attributes that the organisation sets or does not allow. */
  readonly refusedCount: number
}

/**
 * Pastes attributes into a row and those after it. An attribute whose key has a row already replaces the value there. The
 * others fill the blank rows from this one on, and come after it where there are none: no text of the agent is lost.
 */
export function withPastedAttributes(
  rows: readonly Attribute[],
  index: number,
  pasted: readonly PastedRow[],
  rules: FieldRules,
): AttributesPaste {
  const allowed = pasted.filter(({ name }) => accessTo(attributeRule(rules, name)) === 'editable')
  const values = new Map(allowed.map(({ name, value }) => [name, value]))
  values.delete('')
  const before = new Set(rows.map(({ key }) => key))
  const added = [...values].flatMap(([key, value]) => (before.has(key) ? [] : [{ key, value }]))
  const nameless = allowed.flatMap(({ name, value }) => (name === '' ? [{ key: '', value }] : []))
  const replaced = rows.map((row) => ({ key: row.key, value: values.get(row.key) ?? row.value }))
  return {
    rows: filledFrom(replaced, index, [...added, ...nameless]),
    pastedCount: values.size + nameless.length,
    replacedCount: values.size - added.length,
    refusedCount: pasted.length - allowed.length,
  }
}

function filledFrom(
  rows: readonly Attribute[],
  index: number,
  added: readonly Attribute[],
): readonly Attribute[] {
  const after = rows.slice(index).findIndex((row) => !isBlankRow(row))
  const blanks = after === -1 ? rows.length - index : after
  const from = isBlankRow(rows[index]) ? index : index + 1
  return rows.toSpliced(from, Math.min(blanks, added.length), ...added)
}
