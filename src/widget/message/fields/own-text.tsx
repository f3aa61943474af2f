import { useState } from 'react'
import { useFormContext } from 'react-hook-form'
import type { MessageDraft } from '../../../core/message/message-parts.ts'
import { isBlank } from '../../../core/text/text.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { useMessageWords } from '../mode/message-words.ts'

export interface OwnText {
  /** The agent's replaced text. Empty if nothing was replaced, or if the agent has since changed the ready-made text. */
  readonly own: string
  /** Call this before a ready-made text replaces the text. */
  readonly keepOwn: () => void
}

/** Keeps the text that the agent had written before they chose a ready-made text. */
export function useOwnText(isReadyMade: boolean): OwnText {
  const { getValues } = useFormContext<MessageDraft>()
  const [kept, setKept] = useState('')
  return {
    own: isReadyMade ? kept : '',
    keepOwn: () => {
      if (isReadyMade) return
      const text = getValues('text')
      setKept(isBlank(text) ? '' : text)
    },
  }
}

/** A button that brings back the agent's own text. */
export function ReplacedText({ own }: Pick<OwnText, 'own'>) {
  const words = useMessageWords().text
  const { undo } = useLateMessages().rows
  const { setValue } = useFormContext<MessageDraft>()
  return (
    <div className="tl-rows-news">
      <span role="status">{own !== '' && words.replaced}</span>
      {own !== '' && (
        <button
          type="button"
          onClick={() => setValue('text', own, { shouldDirty: true, shouldValidate: true })}
        >
          {undo}
        </button>
      )}
    </div>
  )
}
