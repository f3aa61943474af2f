/** A row that counts against a budget of bytes. */
export interface SizedRow {
  /** The key of an attribute, or the name of a reference. */
  readonly name: string
  readonly bytes: number
  /** Its place in the draft; undefined for an inherited attribute. */
  readonly row: number | undefined
}

const shownRows = 3

/** The rows that an agent would shorten first, the largest one first. */
export const largestRows = (rows: readonly SizedRow[]): readonly SizedRow[] =>
  rows
    .filter(({ bytes }) => bytes > 0)
    .toSorted((one, other) => other.bytes - one.bytes)
    .slice(0, shownRows)
