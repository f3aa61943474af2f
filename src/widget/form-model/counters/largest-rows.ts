/** A row that counts against a budget of bytes. */
export interface SizedRow {
  /** The key of an attribute, or the name of a reference. */
  readonly name: string
  readonly bytes: number
  /** Its index in the draft. Undefined for an inherited attribute. */
  readonly row: number | undefined
}

const shownRows = 3

/**
 * The largest rows, the largest first: the agent would shorten these. It keeps and sorts only a few, because it runs for each
 * typed key.
 */
export function largestRows(rows: readonly SizedRow[]): readonly SizedRow[] {
  let largest: readonly SizedRow[] = []
  for (const row of rows) {
    const least = largest[shownRows - 1]?.bytes ?? 0
    if (row.bytes > least) {
      largest = [...largest, row].toSorted((one, other) => other.bytes - one.bytes).slice(0, shownRows)
    }
  }
  return largest
}
