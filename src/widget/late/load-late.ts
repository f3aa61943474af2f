import type { Zone } from '../../core/time/time-zone.ts'
import type { LanguageWords } from '../../i18n/messages/messages.ts'
import { createChunkLoader, type ChunkLoader } from './chunk-loader.ts'
import { addStyles } from '../panel-styles.ts'
import type { LateChunk } from './late-chunk.ts'
import type { LateLanguage } from './late-messages.ts'

/** The late parts of the panel, and their words in the agent's language. */
export interface LateParts extends LateChunk {
  readonly languageIn: (locale: string, zone: Zone) => LateLanguage
}

export const loadLateParts = ({ loadLate }: LanguageWords): ChunkLoader<LateParts> =>
  createChunkLoader(async () => {
    const [{ lateChunk }, words] = await Promise.all([import('./late-chunk.ts'), loadLate()])
    addStyles(lateChunk.styles)
    return { ...lateChunk, languageIn: lateChunk.createLateLanguages(words) }
  })
