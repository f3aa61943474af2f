import { useEffect, useId, useRef, useState } from 'react'
import type { OwnPresetTask } from '../../core/presets/own-preset.ts'
import { presetNameLimit, type Preset } from '../../core/presets/preset.ts'
import { useLateMessages } from '../late/late-messages.ts'

export interface SavePresetProps {
  readonly own: OwnPresetTask
  readonly suggestedName: string
  readonly onSave: (preset: Preset) => void
  readonly onCancel: () => void
}

/** Asks for the name of a new preset, and says which parts of the draft it will not contain. */
export function SavePreset({ own, suggestedName, onSave, onCancel }: SavePresetProps) {
  const words = useLateMessages().presets
  const { task, leftOut } = own
  const [name, setName] = useState(suggestedName.trim().slice(0, presetNameLimit))
  const inputRef = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => inputRef.current?.select(), [])
  return (
    <form
      className="tl-preset-save"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (task && name.trim() !== '') onSave({ name: name.trim(), task })
        else inputRef.current?.focus()
      }}
    >
      <label htmlFor={id}>{words.presetName}</label>
      <input
        id={id}
        ref={inputRef}
        dir="auto"
        autoComplete="off"
        maxLength={presetNameLimit}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
      />
      <p className="tl-hint">{words.keptHere}</p>
      {leftOut.map((part) => (
        <p key={part} className="tl-hint">
          {words.leftOut[part]}
        </p>
      ))}
      <div className="tl-preset-answers">
        <button type="submit" aria-disabled={name.trim() === '' || undefined}>
          {words.save}
        </button>
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
