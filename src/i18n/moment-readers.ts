import type { MomentReader } from './moment-reader.ts'

/**
 * The languages, by BCP 47 tag, in which the panel reads times in words reliably. In other languages it does not offer words.
 */
export const momentReaders: Readonly<Record<string, () => Promise<MomentReader>>> = {
  en: async () => (await import('./en/read-moment.ts')).readMoment,
}
