import type { Messages } from '../messages/messages.ts'

/** The letters of a pseudo-language, in the order of the English alphabet. */
export interface Alphabet {
  readonly language: string
  readonly direction: Messages['direction']
  readonly letters: string
  readonly capitals: string
}

/** English with accents: people can read it, and a test can distinguish it from English. */
export const accented: Alphabet = {
  language: 'en-XA',
  direction: 'ltr',
  letters: 'áƀçđéƒğĥíĵķļɱñöþʠŕšţûṽŵẋýž',
  capitals: 'ÁƁÇĐÉƑĞĤÍĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ',
}

/** English in Hebrew letters. Dates and numbers are those of Hebrew. */
export const rightToLeft: Alphabet = {
  language: 'he-XB',
  direction: 'rtl',
  letters: 'אבצדעפגהיזכלמנופקרסתובשחיז',
  capitals: 'אבצדעפגהיזכלמנופקרסתובשחיז',
}
