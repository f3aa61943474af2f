import type { Attribute } from '../../../core/fields/attributes/attribute.ts'

export const isBlankRow = (row: Attribute | undefined): boolean => row?.key === '' && row.value === ''

/**
 * The rows after an inherited attribute became a row of the task. It takes the row with its key, else an empty row, else a new
 * row.
 */
export function withOverride(rows: readonly Attribute[], { key, value }: Attribute) {
  const keyed = rows.findIndex((row) => row.key === key)
  const place = keyed === -1 ? rows.findIndex(isBlankRow) : keyed
  const row = place === -1 ? rows.length : place
  // `\n` as in a `textarea`, so that the value does not look changed.
  return { rows: rows.toSpliced(row, 1, { key, value: value.replace(/\r\n?/g, '\n') }), row }
}
