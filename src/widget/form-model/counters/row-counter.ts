import { attributesByteLength } from '../../../core/fields/attributes/attribute-budget.ts'
import { sentAttribute } from '../../../core/fields/attributes/attributes-rule.ts'
import type { Attribute } from '../../../core/fields/attributes/attribute.ts'

interface CountedRow {
  readonly key: string
  readonly value: string
  readonly bytes: number
}

function counted(row: Attribute, before: CountedRow | undefined): CountedRow {
  if (before && before.key === row.key && before.value === row.value) return before
  return { key: row.key, value: row.value, bytes: attributesByteLength([sentAttribute(row)]) }
}

/**
 * Counts the bytes of each row of a list. It encodes only the rows whose texts differ from the last call, and returns the same
 * array if none differs. It compares texts, not objects, because react-hook-form changes its rows in place.
 */
export function createRowCounter(): (rows: readonly Attribute[]) => readonly number[] {
  let last: readonly CountedRow[] = []
  let lastBytes: readonly number[] = []
  return (rows) => {
    const next = rows.map((row, index) => counted(row, last[index]))
    if (next.length !== last.length || next.some((row, index) => row !== last[index])) {
      last = next
      lastBytes = next.map(({ bytes }) => bytes)
    }
    return lastBytes
  }
}
