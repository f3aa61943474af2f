import { useFormContext } from 'react-hook-form'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { Field } from '../../controls/field.tsx'
import { useQuietError } from '../../form-model/errors/use-quiet-error.ts'
import { useMessageWords } from '../mode/message-words.ts'

/** The flow that gets the customer's answer. Shown only if there is a choice. */
export function FlowField({ rules }: { readonly rules: MessageRules }) {
  const words = useMessageWords().flow
  const { register } = useFormContext<MessageDraft>()
  const error = useQuietError('flowId')
  const { flows } = rules
  if (flows.length === 0) {
    return (
      <p className="tl-notice" data-tone="warning">
        {words.noneOffered}
      </p>
    )
  }
  if (flows.length === 1) return null
  return (
    <Field label={words.label} error={error} required>
      {(props) => (
        <select {...props} {...register('flowId')}>
          <option value="">{words.choose}</option>
          {flows.map(({ flowId, name }) => (
            <option key={flowId} value={flowId}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
