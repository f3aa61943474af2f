import type { Formats } from '../../i18n/formats.ts'
import type { LateMessages } from '../../i18n/late-messages.ts'
import type { LanguageWords } from '../../i18n/messages.ts'
import { createChunkLoader, type ChunkLoader } from './chunk-loader.ts'
import { addStyles } from '../panel-styles.ts'
import type { LateChunk } from './late-chunk.ts'

/** The late parts of the panel, and their words in the agent's language. */
export interface LateParts extends LateChunk {
  readonly words: (formats: Formats) => LateMessages
}

export const loadLateParts = ({ loadLate }: LanguageWords): ChunkLoader<LateParts> =>
  createChunkLoader(async () => {
    const [{ lateChunk }, words] = await Promise.all([import('./late-chunk.ts'), loadLate()])
    addStyles(lateChunk.styles)
    return { ...lateChunk, words }
  })
