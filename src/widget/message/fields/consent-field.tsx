import { useId } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { FieldError } from '../../controls/field.tsx'
import { useMessageWords } from '../mode/message-words.ts'
import { numberOfOthers } from './recipient-words.ts'

interface ConsentFieldProps {
  readonly rules: MessageRules
  readonly isDisabled: boolean
}

/**
 * The agent confirms for each message that the recipient agreed to get it. If the recipient is not the contact's customer, the
 * text names the number.
 */
export function ConsentField({ rules, isDisabled }: ConsentFieldProps) {
  const words = useMessageWords()
  const id = useId()
  const { control, register } = useFormContext<MessageDraft>()
  const { errors } = useFormState({ control, name: 'hasConsent' })
  const error = errors.hasConsent?.message
  const others = numberOfOthers(useWatch({ control, name: 'to' }), rules)
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
        <span>{others === undefined ? words.consent : words.consentOf(others)}</span>
      </label>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
