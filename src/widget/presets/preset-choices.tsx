import type { Preset } from '../../core/presets/preset.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { PresetList } from './preset-list.tsx'
import { OwnPresetsNews } from './preset-news.tsx'
import type { OwnPresets } from './use-own-presets.ts'

export interface PresetChoicesProps {
  /** The presets of the policy. */
  readonly presets: readonly Preset[]
  readonly own: OwnPresets
  readonly waits: (preset: Preset) => boolean
  readonly onChoose: (preset: Preset) => void
  readonly onSave: () => void
  /** Called before the focused button disappears. */
  readonly onLeave: () => void
}

/** The presets of the policy, and the agent's own presets with buttons to save and delete. */
export function PresetChoices({ presets, own, waits, onChoose, onSave, onLeave }: PresetChoicesProps) {
  const words = useLateMessages().presets
  return (
    <>
      <PresetList presets={presets} waits={waits} onChoose={onChoose} />
      <PresetList
        label={words.own}
        presets={own.presets ?? []}
        waits={waits}
        onChoose={onChoose}
        onRemove={(preset) => {
          onLeave()
          void own.remove(preset)
        }}
      />
      {own.presets && (
        <button type="button" className="tl-link" onClick={onSave}>
          {words.saveThis}
        </button>
      )}
      <OwnPresetsNews own={own} onUndo={onLeave} />
    </>
  )
}
