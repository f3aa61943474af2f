import type { Attribute } from '../../../core/fields/attributes/attribute.ts'

export const isBlankRow = (row: Attribute | undefined): boolean => row?.key === '' && row.value === ''

/** The rows with an own one for an inherited attribute: the row with its key, else a blank one, else a new one. */
export function withOverride(rows: readonly Attribute[], { key, value }: Attribute) {
  const keyed = rows.findIndex((row) => row.key === key)
  const place = keyed === -1 ? rows.findIndex(isBlankRow) : keyed
  const row = place === -1 ? rows.length : place
  // An input of several lines gives each line break as `\n`.
  return { rows: rows.toSpliced(row, 1, { key, value: value.replace(/\r\n?/g, '\n') }), row }
}
