export interface LocaleChoice {
  /** The tag of a language of the panel. */
  readonly language: string
  /** The locale for dates and numbers. */
  readonly locale: string
}

/**
 * Chooses the language of the words together with the locale for dates, so that the panel never mixes two languages.
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

/**
 * Not every tag is well-formed: developers write them by hand, and a browser may return one of the system, such as
 * `en-US@posix`.
 */
function isWellFormed(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length > 0
  } catch {
    return false
  }
}
