import type { Attribute } from '../../../core/fields/attributes/attribute.ts'
import { attributeRule } from '../../../core/fields/attributes/attributes-rule.ts'
import { accessTo } from '../../../core/fields/field-rule.ts'
import type { FieldRules } from '../../../core/task/task-parts.ts'
import { isBlankRow } from './own-attributes.ts'
import type { PastedRow } from './pasted-row.ts'

type Rows = readonly Attribute[]

/** The rows of a draft after a paste, and how many of the pasted attributes became part of them. */
export interface AttributesPaste {
  readonly rows: Rows
  readonly pastedCount: number
  /** The number of these that replaced the value of an existing row. */
  readonly replacedCount: number
  /** The number of pasted attributes that the organisation fixes or does not allow. */
  readonly refusedCount: number
  /** The last row that the paste added or replaced. */
  readonly lastRow: number
  /** Undoes the paste. A value that the agent has changed since then stays. */
  readonly without: (rows: Rows) => Rows
}

/**
 * Pastes attributes into a row and the rows after it. If a key already has a row, its value there is replaced. The other
 * attributes fill the empty rows from this one on, and then get new rows: no text of the agent is lost. If the text has a key
 * twice with different values, both get a row, so that the agent decides.
 */
export function withPastedAttributes(
  rows: Rows,
  index: number,
  pasted: readonly PastedRow[],
  rules: FieldRules,
): AttributesPaste {
  const allowed = pasted.filter(({ name }) => accessTo(attributeRule(rules, name)) === 'editable')
  const { values, repeats } = byKey(allowed)
  const before = new Map(rows.map(({ key, value }) => [key, value]))
  const fresh = [...values].flatMap(([key, value]) => (before.has(key) ? [] : [{ key, value }]))
  const nameless = allowed.flatMap(({ name, value }) => (name === '' ? [{ key: '', value }] : []))
  const added = [...fresh, ...repeats, ...nameless]
  const from = isBlankRow(rows[index]) ? index : index + 1
  const blanks = blankRowsFrom(rows, from).slice(0, added.length)
  const after = rows
    .map(({ key, value }) => ({ key, value: values.get(key) ?? value }))
    .toSpliced(from, blanks.length, ...added)
  return {
    rows: after,
    pastedCount: values.size + repeats.length + nameless.length,
    replacedCount: values.size - fresh.length,
    refusedCount: pasted.length - allowed.length,
    lastRow: added.length > 0 ? from + added.length - 1 : after.findLastIndex(({ key }) => values.has(key)),
    without: (later) =>
      later
        .toSpliced(from, added.length, ...blanks)
        .map((row) => (values.get(row.key) === row.value ? restored(row, before) : row)),
  }
}

/** The first value of each key, and further values that differ from it. */
function byKey(pasted: readonly PastedRow[]) {
  const values = new Map<string, string>()
  const repeats: Attribute[] = []
  const seen = new Set<string>()
  for (const { name, value } of pasted) {
    const pair = JSON.stringify([name, value])
    if (name === '' || seen.has(pair)) continue
    seen.add(pair)
    if (values.has(name)) repeats.push({ key: name, value })
    else values.set(name, value)
  }
  return { values, repeats }
}

function blankRowsFrom(rows: Rows, from: number): Rows {
  const later = rows.slice(from)
  const end = later.findIndex((row) => !isBlankRow(row))
  return end === -1 ? later : later.slice(0, end)
}

const restored = ({ key, value }: Attribute, before: ReadonlyMap<string, string>) => ({
  key,
  value: before.get(key) ?? value,
})
