import type { Zone } from '../../core/time/time-zone.ts'
import { createFormats, type Formats } from '../../i18n/formats/formats.ts'
import type { LateMessages } from '../../i18n/messages/late-messages.ts'
import type { LateLanguage } from './late-messages.ts'

/** The words and formats for a locale and a zone. The latest are cached, because the browser needs long to create formats. */
export function createLateLanguages(
  words: (formats: Formats) => LateMessages,
): (locale: string, zone: Zone) => LateLanguage {
  let last: { readonly locale: string; readonly zone: Zone; readonly language: LateLanguage } | undefined
  return (locale, zone) => {
    if (last?.locale === locale && last.zone === zone) return last.language
    const formats = createFormats(locale, zone)
    const language = { formats, words: words(formats) }
    last = { locale, zone, language }
    return language
  }
}
