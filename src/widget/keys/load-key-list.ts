import { addStyles } from '../panel-styles.ts'
import type { keyListChunk } from './key-list-chunk.ts'

export type KeyListChunk = typeof keyListChunk

/** Loads the list of keys, which few agents open. */
export async function loadKeyList(): Promise<KeyListChunk> {
  const chunk = (await import('./key-list-chunk.ts')).keyListChunk
  addStyles(chunk.styles)
  return chunk
}
