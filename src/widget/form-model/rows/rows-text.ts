import type { PastedRow } from './pasted-row.ts'
import { writeTable } from './table-text.ts'

/** Writes rows as a text that a spreadsheet reads as two columns. Pasted into the panel, it becomes the same rows. */
export const rowsText = (rows: readonly PastedRow[]): string =>
  writeTable(rows.map(({ name, value }) => [name, value]))
