import type { MomentReader } from '../../../i18n/moment-reader.ts'
import { momentReaders } from '../../../i18n/moment-readers.ts'
import { createChunkLoader, type ChunkLoader } from '../../late/chunk-loader.ts'

/** A reader has no state, so all panels share it. */
const loaders = new Map<string, ChunkLoader<MomentReader>>()

/**
 * Loads the reader of words such as "tomorrow at 9" in a language, at the first call. Undefined if the language has no reader.
 */
export function momentReaderFor(language: string): ChunkLoader<MomentReader> | undefined {
  const load = momentReaders[language]
  const known = loaders.get(language)
  if (known || !load) return known
  const loader = createChunkLoader(load)
  loaders.set(language, loader)
  return loader
}
