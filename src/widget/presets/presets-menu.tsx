import { useRef, useState } from 'react'
import type { Contact } from '../../core/contact/contact.ts'
import type { OwnPresetTask } from '../../core/presets/own-preset.ts'
import { needsAttributes } from '../../core/presets/placeholders.ts'
import type { Preset } from '../../core/presets/preset.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { DropDown } from '../controls/drop-down.tsx'
import { useLateMessages } from '../late/late-messages.ts'
import { FilledNews } from './filled-news.tsx'
import { walkPresets } from './preset-keys.ts'
import { PresetChoices } from './preset-choices.tsx'
import { PresetQuestionNotice } from './preset-question.tsx'
import { SavePreset } from './save-preset.tsx'
import { useOwnPresets } from './use-own-presets.ts'
import { usePresets, type PresetQuestion } from './use-presets.ts'

export interface PresetsMenuProps {
  readonly contact: Contact | undefined
  readonly drafts: Pick<DraftsAtHand, 'presets'>
}

/** The menu shows a question, or a field for a name, instead of its list. */
type Asking = { readonly question: PresetQuestion } | { readonly saving: OwnPresetTask }

/** The menu of presets. It stands in the line of the first label, so that it needs no line of its own. */
export function PresetsMenu({ contact, drafts }: PresetsMenuProps) {
  const words = useLateMessages().presets
  const placeRef = useRef<HTMLDivElement>(null)
  const [asking, setAsking] = useState<Asking>()
  const [isEmpty, setIsEmpty] = useState(false)
  const { presets, attributes, start, fill, filled, formAsPreset, taskName } = usePresets(contact)
  const own = useOwnPresets(drafts)
  if (presets.length === 0 && !own.presets) return null

  const close = () => {
    const details = placeRef.current?.querySelector('details')
    if (details) details.open = false
  }
  /** Call this before the focused button disappears: without the focus, the menu would close. */
  const hold = () => placeRef.current?.querySelector('summary')?.focus()
  // Move the focus to the fields that have been filled in.
  const goOn = () => {
    close()
    placeRef.current?.closest('.tl-panel')?.querySelector<HTMLElement>('[name="name"]')?.focus()
  }
  const choose = (preset: Preset) => {
    const question = start(preset)
    if (!question) {
      goOn()
      return
    }
    hold()
    setAsking({ question })
  }
  const saveThis = () => {
    const saving = formAsPreset(own.keeps)
    setIsEmpty(!saving.task)
    own.forgetNews()
    if (!saving.task) return
    hold()
    setAsking({ saving })
  }
  const forget = () => {
    setAsking(undefined)
    setIsEmpty(false)
    own.forgetNews()
  }
  const waits = (preset: Preset) => attributes === 'loading' && needsAttributes(preset)
  return (
    // The element only handles keys that bubble up. Its buttons have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div className="tl-presets" ref={placeRef} role="group" aria-label={words.title} onKeyDown={walkPresets}>
      <FilledNews filled={filled} onUndone={goOn} />
      {/* A closed menu forgets its question. */}
      <DropDown summary={<span>{words.title}</span>} onClose={forget}>
        {asking && 'question' in asking && (
          <PresetQuestionNotice
            question={asking.question}
            onCancel={() => (hold(), close())}
            onAnswer={(draft) => {
              fill(asking.question.preset, draft)
              goOn()
            }}
          />
        )}
        {asking && 'saving' in asking && (
          <SavePreset
            own={asking.saving}
            suggestedName={taskName()}
            onCancel={() => (hold(), close())}
            onSave={(preset) => {
              hold()
              setAsking(undefined)
              void own.save(preset)
            }}
          />
        )}
        {!asking && (
          <PresetChoices
            presets={presets}
            own={own}
            waits={waits}
            onChoose={choose}
            onSave={saveThis}
            onLeave={hold}
          />
        )}
        <div role="status" className="tl-hint">
          {isEmpty && <span>{words.nothingToSave}</span>}
          {attributes === 'loading' && presets.some(needsAttributes) && <span>{words.reading}</span>}
          {attributes === 'unread' && presets.some(needsAttributes) && <span>{words.unread}</span>}
        </div>
      </DropDown>
    </div>
  )
}
