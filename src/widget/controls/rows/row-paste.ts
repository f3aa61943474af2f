import type { ClipboardEvent } from 'react'
import type { PastedRow } from '../../form-model/rows/pasted-row.ts'
import {
  lineWithoutPair,
  pastedRows,
  type LineWithoutPair,
  type PastePlace,
} from '../../form-model/rows/pasted-rows.ts'
import { fieldsOf, isRemovable, isRowEmpty, isRowText } from './row-places.ts'

/**
 * Makes rows of a pasted text that stands for rows. A text of several lines that is nearly one stays whole in the value of
 * one row, and a message names the line that is wrong. Another text goes into the field, as ever.
 */
export function handleRowPaste(
  event: ClipboardEvent<HTMLElement>,
  paste: (row: Element, pasted: readonly PastedRow[], unsplitAt?: LineWithoutPair) => void,
): void {
  const { target, clipboardData } = event
  if (!isRowText(target)) return
  const row = target.closest('li')
  if (!row) return
  const text = clipboardData.getData('text/plain')
  const place: PastePlace = {
    field: fieldsOf(row)[0] === target ? 'name' : 'value',
    isRowEmpty: isRowEmpty(row),
  }
  const pasted = pastedRows(text, place)
  const unsplitAt = pasted || target.readOnly ? undefined : lineWithoutPair(text, place)
  if (unsplitAt) {
    event.preventDefault()
    paste(row, [{ name: '', value: text.replace(/\r\n?/g, '\n').trimEnd() }], unsplitAt)
  }
  // A row of the organisation keeps its name; several rows come after it.
  if (!pasted || (pasted.length === 1 && !isRemovable(row))) return
  event.preventDefault()
  paste(row, pasted)
}
