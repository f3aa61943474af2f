import { chooseLocale } from './choose-locale.ts'
import { fallbackLanguage, languages, type Languages } from './languages.ts'
import type { LanguageWords } from './messages.ts'

export interface Language extends LanguageWords {
  /** How dates and numbers are written: `en-GB` with English words. */
  readonly locale: string
}

/** Loads the first of the wanted languages that the panel has, else English with English dates. */
export async function loadLanguage(
  wanted: readonly string[],
  available: Languages = languages,
): Promise<Language> {
  const chosen = chooseLocale(wanted, Object.keys(available))
  const load = available[chosen?.language ?? fallbackLanguage] ?? languages[fallbackLanguage]
  const { language } = await load()
  return { ...language, locale: chosen?.locale ?? fallbackLanguage }
}

/** Shown where no words could be loaded, so in one language only. */
export const wordsMissing = {
  text: 'This part of the page could not be loaded.',
  retry: 'Try again',
} as const
