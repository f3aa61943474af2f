import { languages as spoken, type Languages } from '../languages.ts'
import { accented, rightToLeft, type Alphabet } from './alphabets.ts'
import { pseudoLanguage } from './pseudo-language.ts'

const load = async (alphabet: Alphabet) => ({
  language: pseudoLanguage((await spoken.en()).language, alphabet),
})

/** The gallery's table of languages. The product uses `../languages.ts` and never shows a pseudo-language. */
export const languages: Languages = {
  ...spoken,
  [accented.language]: () => load(accented),
  [rightToLeft.language]: () => load(rightToLeft),
}
