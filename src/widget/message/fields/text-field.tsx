import { useFormContext } from 'react-hook-form'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { Field } from '../../controls/field.tsx'
import { useQuietError } from '../../form-model/errors/use-quiet-error.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { SmsCounter } from './sms-counter.tsx'

/** The text of an SMS. The agent writes it, or starts from a ready-made text. */
export function TextField({ rules }: { readonly rules: MessageRules }) {
  const words = useMessageWords().text
  const { register } = useFormContext<MessageDraft>()
  const error = useQuietError('text')
  return (
    <div className="tl-text">
      <Field label={words.label} error={error} required access={rules.freeText ? 'editable' : 'locked'}>
        {(props) => <textarea {...props} {...register('text')} dir="auto" />}
      </Field>
      <SmsCounter />
    </div>
  )
}
