import { trimmedCode, trimmedText } from '../../../text/invisible.ts'
import { notOfKind, textKind } from './text-kind.ts'

// No grammar is published for NUMBER: "a valid number". Digits with a point are one under any reading;
// a leading plus, or a number beyond a double, is not.
const decimalPattern = /^-?\d+(\.\d+)?$/
const isFiniteDecimal = (text: string) => decimalPattern.test(text) && Number.isFinite(Number(text))

// More digits than a double keeps, or a zero in front, are those of a card or an order: no number to reckon with.
const amountPattern = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/

// An amount as people write it, with two digits behind its decimal sign. Three digits behind one sign may be a decimal or
// thousands, so nothing is made of `1,234`. Languages group by one of these blanks; others cannot be seen, and are refused.
const commaPattern = /^-?\d+,\d{2}$/
const groupedPattern =
  /^-?[1-9]\d{0,2}(?<group>[.,'’ \u00A0\u2009\u202F])\d{3}(?:\k<group>\d{3})*(?!\k<group>)[.,]\d{2}$/

/** The number that a written amount certainly means: `45,90`, `1.234,50` or `1,234.50`. */
function writtenAmount(text: string): string | undefined {
  if (!commaPattern.test(text) && !groupedPattern.test(text)) return undefined
  const amount = `${text.slice(0, -3).replaceAll(/[^\d-]/g, '')}.${text.slice(-2)}`
  return amountPattern.test(amount) ? amount : undefined
}

// A currency beside the number, before or behind it: its sign or its code.
const currencyPattern = /^(?:\p{Sc}|[A-Z]{3})\s*|\s*(?:\p{Sc}|[A-Z]{3})$/gu

/** The number that was probably meant: without its currency, and with a decimal point. */
function mendedNumber(value: string): string | undefined {
  const bare = value.replaceAll('−', '-').replaceAll(currencyPattern, '')
  const mended = writtenAmount(bare) ?? bare.replace(/^(-?\d+),(\d{1,2})$/, '$1.$2').replace(/^\+/, '')
  return mended !== value && isFiniteDecimal(mended) ? mended : undefined
}

/** A finite decimal, such as 15 or -2.5. A row may have it as people write it: 45,90. */
export const numberKind = textKind(
  'NUMBER',
  (value) => (isFiniteDecimal(value) ? { sent: value } : notOfKind(value, 'reference-number-invalid')),
  {
    recognize: (text) => (amountPattern.test(text) ? text : writtenAmount(text)),
    mend: mendedNumber,
    read({ name, value }) {
      const typed = trimmedCode(value)
      return { name: trimmedText(name), type: 'NUMBER', value: writtenAmount(typed) ?? typed }
    },
  },
)
