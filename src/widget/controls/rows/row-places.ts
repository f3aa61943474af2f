import { isTag } from '../dom-kinds.ts'

/** A place in a list of rows that can have the focus. */
export interface RowPlace {
  readonly row: number
  readonly part: 'first-field' | 'last-field' | 'remove'
}

/** A value of several lines has a `textarea`. */
export type RowText = HTMLInputElement | HTMLTextAreaElement

export const isRowText = (target: EventTarget): target is RowText => isTag(target, 'input', 'textarea')

/** The texts of a row, in their order. The kind of a row and its buttons are reached by Tab only. */
export const fieldsOf = (row: Element): RowText[] => [...row.querySelectorAll<RowText>('input, textarea')]

/** A date input does not let a script read or set its selection. */
export const isTextual = ({ type }: RowText): boolean => type === 'text' || type === 'textarea'

const fileButton = (row: Element) => row.querySelector<HTMLElement>('.tl-row-file')

/** A date that is typed half has no value yet, but is not empty; nor is a row that waits for its file. */
export const isRowEmpty = (row: Element): boolean =>
  !fileButton(row) && fieldsOf(row).every(({ value, validity }) => value === '' && !validity.badInput)

export const isRemovable = (row: Element): boolean => row.querySelector('.tl-remove') !== null

/** Moves the focus to a field and selects its text, as Tab does. */
export function enterField(field: RowText | undefined): void {
  field?.focus()
  if (field && isTextual(field)) field.select()
}

function continueField(field: RowText | undefined): void {
  field?.focus()
  if (field && isTextual(field)) field.setSelectionRange(field.value.length, field.value.length)
}

/** The first field that the agent can change; the first of all in a row without any. */
const firstField = (row: Element) => {
  const fields = fieldsOf(row)
  return fields.find(({ readOnly }) => !readOnly) ?? fields[0]
}

export function focusRow(row: Element, part: RowPlace['part']): void {
  const isWithoutFields = row.querySelector('.tl-row-without-fields') !== null
  if (part !== 'remove' && isWithoutFields) fileButton(row)?.focus()
  else if (part === 'first-field') enterField(firstField(row))
  else if (part === 'last-field') continueField(fieldsOf(row).at(-1))
  else row.querySelector<HTMLElement>('.tl-remove')?.focus()
}
