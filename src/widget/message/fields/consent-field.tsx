import { useId } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { MessageDraft } from '../../../core/message/message-parts.ts'
import { FieldError } from '../../controls/field.tsx'
import { useMessageWords } from '../mode/message-words.ts'

/** The agent says for each message that the customer wants it. */
export function ConsentField({ isDisabled }: { readonly isDisabled: boolean }) {
  const words = useMessageWords()
  const id = useId()
  const { control, register } = useFormContext<MessageDraft>()
  const { errors } = useFormState({ control, name: 'hasConsent' })
  const error = errors.hasConsent?.message
  return (
    <div className="tl-consent">
      <label>
        <input
          {...register('hasConsent')}
          type="checkbox"
          disabled={isDisabled}
          aria-required
          {...(error ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {})}
        />
        <span>{words.consent}</span>
      </label>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
