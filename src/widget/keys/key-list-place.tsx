import { useSyncExternalStore } from 'react'
import type { ChunkLoader } from '../late/chunk-loader.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import type { KeyListProps } from './key-list.tsx'
import type { KeyListChunk } from './load-key-list.ts'

export interface KeyListPlaceProps extends KeyListProps {
  readonly loader: ChunkLoader<KeyListChunk>
}

/** The list of keys above the form, as soon as it has been loaded. */
export function KeyListPlace({ loader, ...list }: KeyListPlaceProps) {
  const { messages } = usePanelSetting()
  const state = useSyncExternalStore(loader.subscribe, loader.getSnapshot)
  return (
    <div className="tl-keys-place">
      {state.status === 'loaded' && <state.chunk.KeyList {...list} />}
      {state.status === 'failed' && (
        <p className="tl-notice" role="alert">
          <span>{`${messages.panel.partMissing} `}</span>
          <button type="button" onClick={loader.retry}>
            {messages.panel.retry}
          </button>
        </p>
      )}
    </div>
  )
}
