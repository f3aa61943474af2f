/** A row that a pasted text describes: a reference's name or an attribute's key, and its value. */
export interface PastedRow {
  readonly name: string
  readonly value: string
}
