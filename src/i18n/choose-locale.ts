import { en, type Messages } from './en.ts'

export interface LocaleChoice {
  readonly locale: string
  readonly messages: Messages
}

/**
 * Picks words and the way dates are written together, so that the two never mix languages.
 *
 *     chooseLocale(['en-GB', 'fr'])  // English, dates as in Britain
 *     chooseLocale(['fr'])           // English, dates as in English
 */
export function chooseLocale(wanted: readonly string[]): LocaleChoice {
  const english = wanted.find((locale) => /^en(-|$)/i.test(locale) && isWellFormed(locale))
  return { locale: english ?? 'en', messages: en }
}

/** Pages name their language by hand, and a browser may name the system's: `en-US@posix`. */
function isWellFormed(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0
  } catch {
    return false
  }
}
