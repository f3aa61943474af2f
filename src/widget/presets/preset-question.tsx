import { useEffect, useId, useRef } from 'react'
import type { TaskDraft } from '../../core/task/task-parts.ts'
import { Icon } from '../controls/icons/icon.tsx'
import { useLateMessages } from '../late/late-messages.ts'
import type { PresetQuestion } from './use-presets.ts'

export interface PresetQuestionProps {
  readonly question: PresetQuestion
  readonly onAnswer: (draft: TaskDraft) => void
  readonly onCancel: () => void
}

/** Asks before a preset replaces what the agent has typed. */
export function PresetQuestionNotice({ question, onAnswer, onCancel }: PresetQuestionProps) {
  const words = useLateMessages().presets
  const { preset, draft, gentle, replaced } = question
  const textId = useId()
  const keepRef = useRef<HTMLButtonElement>(null)
  useEffect(() => keepRef.current?.focus(), [])
  return (
    <div className="tl-stack tl-preset-question" role="group" aria-labelledby={textId}>
      <p id={textId}>
        {words.replaces(preset.name, words.list(replaced.map((field) => words.fields[field])))}
      </p>
      <div className="tl-preset-answers">
        {/* The first button, because it loses nothing. */}
        <button ref={keepRef} type="button" onClick={() => onAnswer(gentle)}>
          {words.keepMine}
        </button>
        <button type="button" onClick={() => onAnswer(draft)}>
          {words.replace}
        </button>
      </div>
      <button type="button" className="tl-icon-button" aria-label={words.cancel} onClick={onCancel}>
        <Icon name="close" />
      </button>
    </div>
  )
}
