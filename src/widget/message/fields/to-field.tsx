import { useId } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Contact } from '../../../core/contact/contact.ts'
import { toField } from '../../../core/message/fields/to.ts'
import type { MessageDraft } from '../../../core/message/message-parts.ts'
import { Field } from '../../controls/field.tsx'
import { Icon } from '../../controls/icons/icon.tsx'
import { useQuietError } from '../../form-model/errors/use-quiet-error.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { useCountryName } from './country-name.ts'
import { otherThanCustomers, recipientWords } from './recipient-words.ts'
import { WaitNotice } from './wait-notice.tsx'
import type { OfferedMessage } from '../model/use-message-draft.ts'

export interface ToFieldProps {
  readonly rules: OfferedMessage
  readonly contact: Contact | undefined
}

/** The customer's number, and what the panel has understood of it. */
export function ToField({ rules, contact }: ToFieldProps) {
  const words = useMessageWords().to
  const nameOf = useCountryName()
  const ownId = useId()
  const { control, register, setValue } = useFormContext<MessageDraft>()
  const to = useWatch({ control, name: 'to' })
  const error = useQuietError('to')
  const isOnlyCustomers = toField.access(rules) === 'locked'
  const isMissing = isOnlyCustomers && rules.customerNumber === undefined
  const customers = otherThanCustomers(to, rules)
  return (
    <div className="tl-to">
      <Field
        label={words.label}
        error={isMissing ? undefined : error}
        hint={recipientWords(to, rules, words, nameOf)}
        required
        access={isOnlyCustomers ? 'locked' : 'editable'}
        lockedBy={ownId}
      >
        {(props) => (
          <input {...props} {...register('to')} type="tel" dir="ltr" autoComplete="off" spellCheck={false} />
        )}
      </Field>
      {isOnlyCustomers &&
        (isMissing ? (
          <div className="tl-notice" data-tone="warning" id={ownId}>
            <Icon name="warning" />
            <p>{contact ? words.numberMissing : words.contactFirst}</p>
          </div>
        ) : (
          <p className="tl-hint" id={ownId}>
            {words.customerOnly}
          </p>
        ))}
      {customers !== undefined && (
        <button
          type="button"
          className="tl-link"
          onClick={() => setValue('to', customers, { shouldDirty: true, shouldValidate: true })}
        >
          {words.offerCustomers(customers)}
        </button>
      )}
      <WaitNotice rules={rules} to={to} />
    </div>
  )
}
