import { useFormContext, useWatch } from 'react-hook-form'
import { sendersFor } from '../../../core/message/fields/from.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { Field } from '../../controls/field.tsx'
import { useQuietError } from '../../form-model/errors/use-quiet-error.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { senderName } from './sender-name.ts'

/**
 * The number that the customer sees. Shown if there is a choice. If there is no number at all, it says that no message can be
 * sent.
 */
export function FromField({ rules }: { readonly rules: MessageRules }) {
  const words = useMessageWords().from
  const { control, register } = useFormContext<MessageDraft>()
  const channel = useWatch({ control, name: 'channel' })
  const error = useQuietError('from')
  const senders = sendersFor(rules, channel)
  if (rules.senders.length === 0) {
    return (
      <p className="tl-notice" data-tone="warning">
        {words.noneOffered}
      </p>
    )
  }
  if (senders.length < 2) return null
  return (
    <Field label={words.label} error={error} required>
      {(props) => (
        <select {...props} {...register('from')} key={channel}>
          <option value="">{words.choose}</option>
          {senders.map((sender) => (
            <option key={sender.phoneNumberId} value={sender.phoneNumberId}>
              {senderName(sender)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
