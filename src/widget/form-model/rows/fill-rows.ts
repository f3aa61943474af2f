import { isEmptyRow } from '../../../core/task/task-draft.ts'

/** The functions of `useFieldArray` that this code uses. */
interface RowMoves<Row> {
  readonly insert: (index: number, rows: Row[], options: { readonly shouldFocus: boolean }) => void
  readonly remove: (indexes: number[]) => void
  readonly update: (index: number, row: Row) => void
}

/** A change of rows that can be undone. */
export interface RowsChange {
  /** The last row that was changed or added. */
  readonly lastRow: number
  readonly undo: () => void
}

interface Filling<Row> {
  /** The row that got the paste, as it was before. */
  readonly index: number
  readonly before: Row
  readonly rows: readonly Row[]
}

/** Fills an empty row and adds the others after it, or adds all of them after a row with a text. */
export function fillRows<Row extends object>(
  { insert, remove, update }: RowMoves<Row>,
  { index, before, rows }: Filling<Row>,
): { readonly change: RowsChange } {
  const isFilled = isEmptyRow(before)
  const [first] = rows
  const added = isFilled ? rows.slice(1) : rows
  if (added.length > 0) insert(index + 1, [...added], { shouldFocus: false })
  if (isFilled && first) update(index, first)
  const undo = () => {
    if (added.length > 0) remove(added.map((_, position) => index + 1 + position))
    if (isFilled) update(index, before)
  }
  return { change: { lastRow: index + added.length, undo } }
}
