import { useEffect, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { smsUse } from '../../../core/message/fields/content/text.ts'
import type { MessageDraft } from '../../../core/message/message-parts.ts'
import { countSms } from '../../../core/message/segments/count-sms.ts'
import { useFormats } from '../../late/late-messages.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { counterWords } from './counter-words.ts'

/** A screen reader must not read the counter for each key. */
const spokenAfterMs = 1_000

/**
 * Shows how many characters and segments the text has, and which character makes the segments short (UTF-16 instead of GSM-7).
 */
export function SmsCounter() {
  const words = useMessageWords().text
  const { number } = useFormats()
  const { control } = useFormContext<MessageDraft>()
  const text = useWatch({ control, name: 'text' })
  const count = countSms(text)
  const { figures, means, left, forcedBy, spoken } = counterWords(count, words, number)
  const { used, limit } = smsUse(count)
  return (
    <div className="tl-counter" data-level={used > limit ? 'over' : 'fine'}>
      <p className="tl-hint">
        <span className="tl-figure" title={means}>
          {figures}
        </span>
        {left !== undefined && <span>{` · ${left}`}</span>}
      </p>
      {forcedBy !== undefined && <p className="tl-hint">{forcedBy}</p>}
      <Spoken text={spoken} />
    </div>
  )
}

function Spoken({ text }: { readonly text: string }) {
  const [spoken, setSpoken] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), spokenAfterMs)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span className="tl-visually-hidden" role="status">
      {spoken}
    </span>
  )
}
