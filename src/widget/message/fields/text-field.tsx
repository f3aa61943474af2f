import { useFormContext, useWatch } from 'react-hook-form'
import { offeredText } from '../../../core/message/fields/content/text.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { Field } from '../../controls/field.tsx'
import { useQuietError } from '../../form-model/errors/use-quiet-error.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { SmsCounter } from './sms-counter.tsx'

/** The text of an SMS: the agent's own, or one that the organisation has written. */
export function TextField({ rules }: { readonly rules: MessageRules }) {
  const words = useMessageWords().text
  const { register } = useFormContext<MessageDraft>()
  const error = useQuietError('text')
  return (
    <>
      {rules.texts.length > 0 && <ReadyTexts rules={rules} />}
      <div className="tl-text">
        <Field label={words.label} error={error} required access={rules.freeText ? 'editable' : 'locked'}>
          {(props) => <textarea {...props} {...register('text')} dir="auto" rows={3} />}
        </Field>
        <SmsCounter />
      </div>
    </>
  )
}

/** Fills the text with one of the organisation's. */
function ReadyTexts({ rules }: { readonly rules: MessageRules }) {
  const words = useMessageWords().text
  const { control, setValue } = useFormContext<MessageDraft>()
  const text = useWatch({ control, name: 'text' })
  return (
    <Field label={words.ready} optional={rules.freeText} required={!rules.freeText}>
      {(props) => (
        <select
          {...props}
          name="readyText"
          value={offeredText(text, rules)?.textId ?? ''}
          onChange={({ currentTarget }) => {
            const chosen = rules.texts.find(({ textId }) => textId === currentTarget.value)
            if (chosen || !rules.freeText)
              setValue('text', chosen?.text ?? '', { shouldDirty: true, shouldValidate: true })
          }}
        >
          <option value="">{words.choose}</option>
          {rules.texts.map(({ textId, name }) => (
            <option key={textId} value={textId}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
