import type { MomentReader } from './moment-reader.ts'

/** The languages in which the panel understands moments reliably, by their BCP 47 tag. In the others it does not ask for words. */
export const momentReaders: Readonly<Record<string, () => Promise<MomentReader>>> = {
  en: async () => (await import('./en/read-moment.ts')).readMoment,
}
