import { jsonRows } from './json-rows.ts'
import type { PastedRow } from './pasted-row.ts'
import { readTable } from './table-text.ts'

/** The field that a text is pasted into. */
export interface PastePlace {
  readonly field: 'name' | 'value'
  /** The row has neither a name nor a value yet. */
  readonly isRowEmpty: boolean
}

/**
 * Reads a pasted text that stands for rows; undefined for an ordinary text, which belongs in the one field.
 *
 *     pastedRows('tier\tGold\norder\t42', place)    // [{ name: 'tier', value: 'Gold' }, { name: 'order', value: '42' }]
 *     pastedRows('{"tier":"Gold"}', place)          // [{ name: 'tier', value: 'Gold' }]
 *     pastedRows('tier=Gold\norder: 42', place)     // [{ name: 'tier', value: 'Gold' }, { name: 'order', value: '42' }]
 *     pastedRows('https://example.com/?a=b', place) // undefined
 *
 * A line break inside a cell or a JSON text becomes `\n`.
 */
export function pastedRows(pasted: string, place: PastePlace): readonly PastedRow[] | undefined {
  const text = pasted.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { field, isRowEmpty } = place
  const isNew = field === 'name' || isRowEmpty
  const json = jsonRows(text)
  // JSON and a tab are possible in a value, and a single line `name: value` may be a sentence.
  if (json) return isNew ? filled(json) : undefined
  const table = tableRows(text)
  if (table) return isNew || table.length > 1 ? filled(table) : undefined
  const lines = lineRows(text)
  return lines.length > 1 || (field === 'name' && isRowEmpty) ? filled(lines) : undefined
}

function filled(rows: readonly PastedRow[]): readonly PastedRow[] | undefined {
  const kept = rows.filter(({ name, value }) => name !== '' || value.trim() !== '')
  return kept.length > 0 ? kept : undefined
}

/** Cells in two columns. Further columns join the second one. */
function tableRows(text: string): readonly PastedRow[] | undefined {
  if (!text.includes('\t')) return undefined
  const lines = readTable(text).filter((cells) => cells.join('').trim() !== '')
  if (lines.some(({ length }) => length === 1)) return undefined
  return headedRows(lines) ?? lines.map(([name = '', ...cells]) => row(name, joined(cells)))
}

const joined = ([value = '', ...further]: readonly string[]) =>
  [value, ...further.filter((cell) => cell.trim() !== '')].join(' ')

/** A row of headings above one row of values, in three columns or more: the way a list of customers shows one of them. */
function headedRows(lines: readonly (readonly string[])[]): readonly PastedRow[] | undefined {
  const [names = [], values = []] = lines
  if (lines.length !== 2 || names.length < 3 || names.length !== values.length) return undefined
  return names.map((name, column) => row(name, values[column] ?? ''))
}

const row = (name: string, value: string): PastedRow => ({ name: name.trim(), value })

// The name ends at the first `=` or `: `. It has none of the characters that addresses, markup and code begin with.
const namedLine = /^([^=:/?&"<>{};]{1,100})(?:=(?!=)|:(?=\s|$))(.*)$/su

/** `name=value` or `name: value` in each line; nothing when a line is of another shape. */
function lineRows(text: string): readonly PastedRow[] {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  const rows = lines.flatMap((line) => {
    const [, name = '', value = ''] = namedLine.exec(line) ?? []
    return name.trim() === '' ? [] : [row(name, value.trim())]
  })
  return rows.length === lines.length && rows.some(({ value }) => value !== '') ? rows : []
}
