export interface LocaleChoice {
  /** The tag of a language that has words. */
  readonly language: string
  /** How dates and numbers are written. */
  readonly locale: string
}

/**
 * Picks the language of the words and the way dates are written together, so that the panel never mixes two languages.
 *
 *     chooseLocale(['fr', 'en-GB'], ['en', 'de'])  // { language: 'en', locale: 'en-GB' }
 *     chooseLocale(['fr'], ['en', 'de'])           // undefined
 */
export function chooseLocale(
  wanted: readonly string[],
  available: readonly string[],
): LocaleChoice | undefined {
  // A longer tag is the closer match: `pt-BR` before `pt`.
  const closestFirst = available.toSorted((one, other) => other.length - one.length)
  for (const locale of wanted.filter(isWellFormed)) {
    const language = closestFirst.find((tag) => isPartOf(locale.toLowerCase(), tag.toLowerCase()))
    if (language !== undefined) return { language, locale }
  }
  return undefined
}

const isPartOf = (locale: string, tag: string) => locale === tag || locale.startsWith(`${tag}-`)

/** Pages name their language by hand, and a browser may name the system's: `en-US@posix`. */
function isWellFormed(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0
  } catch {
    return false
  }
}
