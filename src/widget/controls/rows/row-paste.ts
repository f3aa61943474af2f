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
 * Makes rows of a pasted table, JSON object or list of `name=value` lines. If one line does not fit, the whole text goes into
 * the value of one row, and a message names that line. Any other text goes into the field.
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
