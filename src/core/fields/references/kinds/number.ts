import { trimmedCode, trimmedText } from '../../../text/invisible.ts'
import { notOfKind, textKind } from './text-kind.ts'

// No grammar is published for NUMBER, only "a valid number". Digits with a decimal point are valid in any reading. A leading
// plus, or a number too large for a double, may not be.
const decimalPattern = /^-?\d+(\.\d+)?$/
const isFiniteDecimal = (text: string) => decimalPattern.test(text) && Number.isFinite(Number(text))

// More digits than a double keeps, or a leading zero, mean a card or order number, not an amount.
const amountPattern = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/

// An amount as people write it, with two digits after its decimal sign. Three digits after one sign may be decimals or
// thousands, so `1,234` is not read. Languages group digits with one of these spaces. Other spaces are invisible and refused.
const commaPattern = /^-?\d+,\d{2}$/
const groupedPattern =
  /^-?[1-9]\d{0,2}(?<group>[.,'’ \u00A0\u2009\u202F])\d{3}(?:\k<group>\d{3})*(?!\k<group>)[.,]\d{2}$/

/** The number that an amount such as `45,90`, `1.234,50` or `1,234.50` certainly means. */
function writtenAmount(text: string): string | undefined {
  if (!commaPattern.test(text) && !groupedPattern.test(text)) return undefined
  const amount = `${text.slice(0, -3).replaceAll(/[^\d-]/g, '')}.${text.slice(-2)}`
  return amountPattern.test(amount) ? amount : undefined
}

// A currency sign or code before or after the number.
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
