/**
 * Reads cells as spreadsheets copy them: tabs between columns, line breaks between rows. A cell with a tab, a line break or a
 * quote is quoted, with its quotes doubled. Any other cell is taken as it is.
 *
 *     readTable('a\t"x ""y""\nz"')  // [['a', 'x "y"\nz']]
 */
export function readTable(text: string): readonly (readonly string[])[] {
  // Sticky, so that each cell begins where the one before it ended.
  const cell = /(?:"([^"]*(?:""[^"]*)*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]?)/y
  const rows: string[][] = [[]]
  for (;;) {
    const [, quoted, plain = '', end = ''] = cell.exec(text) ?? []
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '') return rows
    if (end === '\n') rows.push([])
  }
}

const needsQuotes = /["\t\n\r]/

const written = (cell: string) => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Writes cells as {@link readTable} reads them. */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(written).join('\t')).join('\n')
