import type { Formats, PluralForms } from '../formats/formats.ts'

export interface Counting {
  /** "1 row", "2,000 rows". */
  readonly counted: (count: number, forms: PluralForms) => string
}

export const countingWith = ({ number, plural }: Formats): Counting => ({
  counted: (count, forms) => `${number(count)} ${plural(count, forms)}`,
})
