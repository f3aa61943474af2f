import type { PastedRow } from './pasted-row.ts'
import { writeTable } from './table-text.ts'

/** Rows as a text that a spreadsheet reads as two columns, and that becomes the same rows where it is pasted. */
export const rowsText = (rows: readonly PastedRow[]): string =>
  writeTable(rows.map(({ name, value }) => [name, value]))
