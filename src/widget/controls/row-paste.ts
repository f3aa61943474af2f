import type { ClipboardEvent } from 'react'
import type { PastedRow } from '../form-model/pasted-row.ts'
import { pastedRows } from '../form-model/pasted-rows.ts'
import { fieldsOf, isRemovable, isRowEmpty } from './row-places.ts'

/** Makes rows of a pasted text that stands for rows. Another text goes into the field, as ever. */
export function handleRowPaste(
  event: ClipboardEvent<HTMLElement>,
  paste: (row: Element, pasted: readonly PastedRow[]) => void,
): void {
  const { target, clipboardData } = event
  if (!(target instanceof HTMLInputElement) || target.readOnly) return
  const row = target.closest('li')
  // A row of the organisation keeps its name.
  if (!row || !isRemovable(row)) return
  const pasted = pastedRows(clipboardData.getData('text/plain'), {
    field: fieldsOf(row)[0] === target ? 'name' : 'value',
    isRowEmpty: isRowEmpty(row),
  })
  if (!pasted) return
  event.preventDefault()
  paste(row, pasted)
}
