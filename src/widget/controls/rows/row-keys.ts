import type { KeyboardEvent } from 'react'
import {
  enterField,
  fieldsOf,
  focusRow,
  isRemovable,
  isRowEmpty,
  isRowText,
  isTextual,
  type RowText,
} from './row-places.ts'
import { isTag } from '../dom-kinds.ts'

interface RowActions {
  /** Adds a row after the last one. */
  readonly add: () => void
  readonly remove: (row: Element) => void
}

/** Excludes an Enter that confirms a word of an input method, and Ctrl+Enter or Command+Enter, which sends the form. */
const isPlainEnter = ({ key, ctrlKey, metaKey, nativeEvent }: KeyboardEvent): boolean =>
  key === 'Enter' && !ctrlKey && !metaKey && !nativeEvent.isComposing

/** Enter in a field of a section sends nothing: the task is sent with its button. */
export function keepFromSending(event: KeyboardEvent): void {
  const isField = isTag(event.target, 'input', 'select')
  if (isField && isPlainEnter(event)) event.preventDefault()
}

function moveOn(row: Element, from: RowText, add: () => void): void {
  const fields = fieldsOf(row)
  const next = fields[fields.findIndex((field) => field === from) + 1]
  if (next) enterField(next)
  else if (row.nextElementSibling) focusRow(row.nextElementSibling, 'first-field')
  else add()
}

/** Some browsers open a list by Space only, and would send the form by Enter. */
function openChoice(event: KeyboardEvent, choice: HTMLSelectElement): void {
  event.preventDefault()
  try {
    choice.showPicker()
  } catch {
    // An older browser has no `showPicker`, and a frame of another origin may not call it. There the agent opens the list with
    // Space.
  }
}

/** Enter goes to the next field and from the last one to the next row; Backspace in an empty row removes it. In a list of choices, Enter opens it. */
export function handleRowKey(event: KeyboardEvent<HTMLElement>, { add, remove }: RowActions): void {
  const { target, key } = event
  if (isTag(target, 'select')) {
    if (isPlainEnter(event)) openChoice(event, target)
    return
  }
  if (!isRowText(target)) return
  const row = target.closest('li')
  if (!row) return
  // Shift+Enter breaks a line in a value of several lines.
  if (isPlainEnter(event) && !(event.shiftKey && isTag(target, 'textarea'))) {
    event.preventDefault()
    moveOn(row, target, add)
  }
  // In a date, Backspace empties one part of it.
  if (key === 'Backspace' && isTextual(target) && isRowEmpty(row) && isRemovable(row)) {
    event.preventDefault()
    remove(row)
  }
}
