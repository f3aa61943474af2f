import { notOfKind, textKind } from './text-kind.ts'

// No grammar is published for NUMBER: "a valid number". Digits with a point are one under any reading;
// a leading plus, or a number beyond a double, is not.
const decimalPattern = /^-?\d+(\.\d+)?$/
const isFiniteDecimal = (text: string) => decimalPattern.test(text) && Number.isFinite(Number(text))

// More digits than a double keeps, or a zero in front, are those of a card or an order: no number to reckon with.
const amountPattern = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/

/** A finite decimal, such as 15 or -2.5. */
export const numberKind = textKind(
  'NUMBER',
  (value) => (isFiniteDecimal(value) ? { sent: value } : notOfKind(value, 'reference-number-invalid')),
  { recognize: (text) => (amountPattern.test(text) ? text : undefined) },
)
