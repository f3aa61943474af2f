import { useLateMessages } from '../late/late-messages.ts'
import type { OwnPresets } from './use-own-presets.ts'

export interface OwnPresetsNewsProps {
  readonly own: OwnPresets
  /** Called before the focused button disappears. */
  readonly onUndo: () => void
}

/** Says what happened to the agent's own presets. */
export function OwnPresetsNews({ own: { news, isForbidden, save }, onUndo }: OwnPresetsNewsProps) {
  const words = useLateMessages().presets
  return (
    <div role="status" className="tl-hint">
      {isForbidden && <span>{words.forbidden}</span>}
      {news && news.what !== 'deleted' && <span>{words[news.what]}</span>}
      {news?.what === 'deleted' && (
        <>
          <span>{`${words.removed(news.preset.name)} `}</span>
          <button
            type="button"
            className="tl-link"
            title={words.undoOf(news.preset.name)}
            onClick={() => {
              onUndo()
              void save(news.preset)
            }}
          >
            {words.undo}
          </button>
        </>
      )}
    </div>
  )
}
