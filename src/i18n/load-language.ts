import { chooseLocale } from './choose-locale.ts'
import { languages, type LanguageLoader, type Languages } from './languages.ts'
import type { LanguageWords } from './messages/messages.ts'

export interface Language extends LanguageWords {
  /** The locale for dates and numbers, such as `en-GB` with English words. */
  readonly locale: string
}

/** For agents whose languages the panel does not offer. */
const fallbackLanguage = 'en' satisfies keyof typeof languages

/** Languages that have been loaded: a panel in one of these renders without waiting. */
const loadedWords = new Map<LanguageLoader, LanguageWords>()

/** The first of the wanted languages that the panel has, else English with English dates. */
function chosenOf(wanted: readonly string[], available: Languages) {
  const chosen = chooseLocale(wanted, Object.keys(available))
  const load = available[chosen?.language ?? fallbackLanguage] ?? languages[fallbackLanguage]
  return { load, locale: chosen?.locale ?? fallbackLanguage }
}

export async function loadLanguage(
  wanted: readonly string[],
  available: Languages = languages,
): Promise<Language> {
  const { load, locale } = chosenOf(wanted, available)
  const { language } = await load()
  loadedWords.set(load, language)
  return { ...language, locale }
}

/** The language that `loadLanguage` would load, if it has been loaded already. */
export function loadedLanguage(
  wanted: readonly string[],
  available: Languages = languages,
): Language | undefined {
  const { load, locale } = chosenOf(wanted, available)
  const words = loadedWords.get(load)
  return words && { ...words, locale }
}

/** Shown if no words could be loaded, so it exists in English only. */
export const wordsMissing = {
  text: 'This part of the page could not be loaded.',
  retry: 'Try again',
} as const
