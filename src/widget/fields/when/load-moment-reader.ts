import type { MomentReader } from '../../../i18n/moment-reader.ts'
import { momentReaders } from '../../../i18n/moment-readers.ts'
import { createChunkLoader, type ChunkLoader } from '../../late/chunk-loader.ts'

/** A reader has no state, so all panels share it. */
const loaders = new Map<string, ChunkLoader<MomentReader>>()

/** Loads what understands moments in a language, the first time it is asked for; undefined for a language without it. */
export function momentReaderFor(language: string): ChunkLoader<MomentReader> | undefined {
  const load = momentReaders[language]
  const known = loaders.get(language)
  if (known || !load) return known
  const loader = createChunkLoader(load)
  loaders.set(language, loader)
  return loader
}
