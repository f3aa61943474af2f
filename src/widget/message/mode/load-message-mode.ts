import type { LanguageWords } from '../../../i18n/messages/messages.ts'
import { createChunkLoader, type ChunkLoader } from '../../late/chunk-loader.ts'
import { addStyles } from '../../panel-styles.ts'
import type { LoadMessageMode, MessageParts } from './message-mode-context.ts'

/** Loads the form for messages in one language. Agents who send no messages never load it. */
export function messageModeLoader({ loadTextMessage }: LanguageWords): LoadMessageMode {
  let loader: ChunkLoader<MessageParts> | undefined
  return () => {
    loader?.retry()
    loader ??= createChunkLoader(async () => {
      const [{ messageChunk }, wordsWith] = await Promise.all([
        import('./message-chunk.ts'),
        loadTextMessage(),
      ])
      addStyles(messageChunk.styles)
      return { ...messageChunk, wordsWith }
    })
    return loader
  }
}
