import type { Preset } from '../../core/presets/preset.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { useLateMessages } from '../late/late-messages.ts'

export interface PresetListProps {
  readonly label?: string | undefined
  readonly presets: readonly Preset[]
  /** True while the value of one of the preset's placeholders is being read. */
  readonly waits: (preset: Preset) => boolean
  readonly onChoose: (preset: Preset) => void
  /** Absent if the agent cannot delete these presets. */
  readonly onRemove?: (preset: Preset) => void
}

export function PresetList({ label, presets, waits, onChoose, onRemove }: PresetListProps) {
  const words = useLateMessages().presets
  if (presets.length === 0) return null
  return (
    <ul className="tl-preset-list" aria-label={label}>
      {presets.map((preset) => (
        <li key={preset.name}>
          <button
            type="button"
            dir="auto"
            aria-disabled={waits(preset) || undefined}
            onClick={() => !waits(preset) && onChoose(preset)}
          >
            {preset.name}
          </button>
          {onRemove && (
            <button
              type="button"
              className="tl-icon-button"
              aria-label={words.remove(preset.name)}
              onClick={() => onRemove(preset)}
            >
              <Icon name="discard" />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}
