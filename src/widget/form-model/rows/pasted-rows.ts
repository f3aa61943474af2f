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
 * Reads a pasted text as rows. Undefined for an ordinary text, which belongs in the one field.
 *
 *     pastedRows('tier\tGold\norder\t42', place)    // [{ name: 'tier', value: 'Gold' }, { name: 'order', value: '42' }]
 *     pastedRows('{"tier":"Gold"}', place)          // [{ name: 'tier', value: 'Gold' }]
 *     pastedRows('tier=Gold\norder: 42', place)     // [{ name: 'tier', value: 'Gold' }, { name: 'order', value: '42' }]
 *     pastedRows('tier;Gold\norder;42', place)      // the same, in an empty row's name
 *     pastedRows('https://example.com/?a=b', place) // undefined
 *
 * A line break inside a cell or a JSON text becomes `\n`.
 */
export function pastedRows(pasted: string, place: PastePlace): readonly PastedRow[] | undefined {
  const text = pasted.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const { field, isRowEmpty } = place
  const isNew = field === 'name' || isRowEmpty
  const json = jsonRows(text)
  // A value may itself be JSON or have a tab, and one line `name: value` may be a sentence.
  if (json) return isNew ? filled(json) : undefined
  const table = tableRows(text)
  if (table) return isNew || table.length > 1 ? filled(table) : undefined
  const lines = lineRows(text)
  if (lines.length > 1) return filled(lines)
  return field === 'name' && isRowEmpty ? (filled(lines) ?? separatedRows(text)) : undefined
}

/** The first line that is not a pair, counted from 1. Because of it the text cannot become rows. */
export interface LineWithoutPair {
  readonly line: number
  /** The text has tabs, so each line needs one. */
  readonly hasTabs: boolean
}

/**
 * Finds the first line that is not a pair in a text that nearly stands for rows. Undefined for an ordinary text.
 *
 *     lineWithoutPair('tier\tGold\nand more', { field: 'name', isRowEmpty: true }) // { line: 2, hasTabs: true }
 */
export function lineWithoutPair(
  text: string,
  { field, isRowEmpty }: PastePlace,
): LineWithoutPair | undefined {
  const hasTabs = text.includes('\t')
  const lines = text.split(/\r\n?|\n/)
  const filledLines = lines.filter((line) => line.trim() !== '')
  const hasPair = (line: string) => (hasTabs ? line.includes('\t') : namedLine.test(line.trim()))
  // A name has one line. In a value, a text without any pair is an ordinary text.
  const isMeantAsRows = field === 'name' || (isRowEmpty && filledLines.some(hasPair))
  if (filledLines.length < 2 || !isMeantAsRows) return undefined
  const index = lines.findIndex((line) => line.trim() !== '' && !hasPair(line))
  return index === -1 ? undefined : { line: index + 1, hasTabs }
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
  return headedRows(lines) ?? withoutHeadings(lines).map(([name = '', ...cells]) => row(name, joined(cells)))
}

/** Removes a first line that only names the two columns, as in an exported list. */
function withoutHeadings(lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const isHeaded = lines.length > 1 && isHeading(lines[0]?.join('\t') ?? '')
  return isHeaded ? lines.slice(1) : lines
}

const isHeading = (line: string) => /^(?:key|name|field|attribute|reference)\tvalue$/i.test(line.trim())

const joined = ([value = '', ...further]: readonly string[]) =>
  [value, ...further.filter((cell) => cell.trim() !== '')].join(' ')

/**
 * Reads one row of headings and one row of values, in three columns or more: one customer copied from a list with its headings.
 */
function headedRows(lines: readonly (readonly string[])[]): readonly PastedRow[] | undefined {
  const [names = [], values = []] = lines
  if (lines.length !== 2 || names.length < 3 || names.length !== values.length) return undefined
  return names.map((name, column) => row(name, values[column] ?? ''))
}

const row = (name: string, value: string): PastedRow => ({ name: name.trim(), value })

// The name ends at the first `=` or `: `. It has no character that occurs early in URLs, markup or code.
const namedLine = /^([^=:/?&"<>{};]{1,100})(?:=(?!=)|:(?=\s|$))(.*)$/su

/** Reads `name=value` or `name: value` in each line. Returns no rows if one line has another form. */
function lineRows(text: string): readonly PastedRow[] {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  const rows = lines.flatMap((line) => {
    const [, name = '', value = ''] = namedLine.exec(line) ?? []
    return name.trim() === '' ? [] : [row(name, value.trim())]
  })
  return rows.length === lines.length && rows.some(({ value }) => value !== '') ? rows : []
}

/**
 * Reads two columns with a semicolon or comma between them, as spreadsheets export them. One line is not enough: it may be a
 * sentence.
 */
function separatedRows(text: string): readonly PastedRow[] | undefined {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  const separator = [';', ','].find((sign) => lines.every((line) => line.split(sign).length === 2))
  if (separator === undefined || lines.length < 2) return undefined
  const cells = lines.map((line) => line.split(separator).map((cell) => cell.trim()))
  return filled(withoutHeadings(cells).map(([name = '', value = '']) => row(name, value)))
}
