import { useLateMessages } from '../late/late-messages.ts'
import type { PresetsHandle } from './use-presets.ts'

export interface FilledNewsProps {
  readonly filled: PresetsHandle['filled']
  readonly onUndone: () => void
}

/** Says that a preset has been filled in, with its undo button. */
export function FilledNews({ filled, onUndone }: FilledNewsProps) {
  const words = useLateMessages().presets
  return (
    <div role="status" className="tl-preset-news">
      {filled && (
        <>
          <span className="tl-visually-hidden">{words.filledIn(filled.name)}</span>
          <button
            type="button"
            className="tl-link"
            data-undo
            title={words.undoOf(filled.name)}
            onClick={() => {
              filled.undo()
              onUndone()
            }}
          >
            <span>{words.undo}</span>
          </button>
        </>
      )}
    </div>
  )
}
