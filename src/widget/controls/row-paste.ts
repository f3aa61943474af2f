import type { ClipboardEvent } from 'react'
import type { PastedRow } from '../form-model/pasted-row.ts'
import { pastedRows } from '../form-model/pasted-rows.ts'
import { fieldsOf, isRemovable, isRowEmpty, isRowText } from './row-places.ts'

/** Makes rows of a pasted text that stands for rows. Another text goes into the field, as ever. */
export function handleRowPaste(
  event: ClipboardEvent<HTMLElement>,
  paste: (row: Element, pasted: readonly PastedRow[]) => void,
): void {
  const { target, clipboardData } = event
  if (!isRowText(target)) return
  const row = target.closest('li')
  if (!row) return
  const pasted = pastedRows(clipboardData.getData('text/plain'), {
    field: fieldsOf(row)[0] === target ? 'name' : 'value',
    isRowEmpty: isRowEmpty(row),
  })
  // A row of the organisation keeps its name; several rows come after it.
  if (!pasted || (pasted.length === 1 && !isRemovable(row))) return
  event.preventDefault()
  paste(row, pasted)
}
