import { useRef, useState } from 'react'
import type { Contact } from '../../core/contact/contact.ts'
import { needsAttributes } from '../../core/presets/placeholders.ts'
import type { Preset } from '../../core/presets/preset.ts'
import { DropDown } from '../controls/drop-down.tsx'
import { useLateMessages } from '../late/late-messages.ts'
import { walkPresets } from './preset-keys.ts'
import { PresetQuestionNotice } from './preset-question.tsx'
import { usePresets, type PresetQuestion } from './use-presets.ts'

export interface PresetsMenuProps {
  readonly contact: Contact | undefined
}

/** A menu of what the task can begin with, in the line of the first label, where it takes no place of its own. */
export function PresetsMenu({ contact }: PresetsMenuProps) {
  const words = useLateMessages().presets
  const placeRef = useRef<HTMLDivElement>(null)
  const [question, setQuestion] = useState<PresetQuestion>()
  const { presets, attributes, start, fill, filled } = usePresets(contact)
  if (presets.length === 0) return null

  const close = () => {
    const details = placeRef.current?.querySelector('details')
    if (details) details.open = false
  }
  // The agent looks next at what has been filled in.
  const goOn = () => {
    close()
    placeRef.current?.closest('.tl-panel')?.querySelector<HTMLElement>('[name="name"]')?.focus()
  }
  const choose = (preset: Preset) => {
    const asked = start(preset)
    if (!asked) {
      goOn()
      return
    }
    // The question takes the place of the button that has the focus. Without the focus, the menu would close.
    placeRef.current?.querySelector<HTMLElement>('details > div')?.focus()
    setQuestion(asked)
  }
  const waits = (preset: Preset) => attributes === 'loading' && needsAttributes(preset)
  return (
    // The keys go through it; its buttons have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className="tl-presets" ref={placeRef} role="group" aria-label={words.title} onKeyDown={walkPresets}>
      <div role="status" className="tl-preset-news">
        {filled && (
          <>
            <span className="tl-visually-hidden">{words.filledIn(filled.name)}</span>
            <button
              type="button"
              className="tl-link"
              data-undo
              title={words.undoOf(filled.name)}
              onClick={() => (filled.undo(), goOn())}
            >
              <span>{words.undo}</span>
            </button>
          </>
        )}
      </div>
      {/* A question that the agent has turned away from is over. */}
      <DropDown summary={<span>{words.title}</span>} onClose={() => setQuestion(undefined)}>
        {question ? (
          <PresetQuestionNotice
            question={question}
            onCancel={() => {
              placeRef.current?.querySelector('summary')?.focus()
              close()
            }}
            onAnswer={(draft) => {
              fill(question.preset, draft)
              goOn()
            }}
          />
        ) : (
          <ul className="tl-preset-list">
            {presets.map((preset) => (
              <li key={preset.name}>
                <button
                  type="button"
                  dir="auto"
                  aria-disabled={waits(preset) || undefined}
                  onClick={() => !waits(preset) && choose(preset)}
                >
                  {preset.name}
                </button>
              </li>
            ))}
          </ul>
        )}
        <div role="status" className="tl-hint">
          {attributes === 'loading' && presets.some(needsAttributes) && words.reading}
          {attributes === 'unread' && presets.some(needsAttributes) && words.unread}
        </div>
      </DropDown>
    </div>
  )
}
