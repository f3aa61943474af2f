import { useId, type ReactNode } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import type { Contact } from '../../../core/contact/contact.ts'
import { toField } from '../../../core/message/fields/to.ts'
import type { MessageDraft } from '../../../core/message/message-parts.ts'
import { Field } from '../../controls/field.tsx'
import { Icon } from '../../controls/icons/icon.tsx'
import { useQuietError } from '../../form-model/errors/use-quiet-error.ts'
import { useMessageWords } from '../mode/message-words.ts'
import { useCountryName } from './country-name.ts'
import { numberOfOthers, otherThanCustomers, recipientWords } from './recipient-words.ts'
import { useWaitWords, WaitNotice } from './wait-notice.tsx'
import type { OfferedMessage } from '../model/use-message-draft.ts'

export interface ToFieldProps {
  readonly rules: OfferedMessage
  readonly contact: Contact | undefined
}

/** For these complaints the notice about the time says why and until when. */
const isAboutTime = (type: string | undefined) => type === 'quiet-hours' || type === 'message-interval'

/** The number of the recipient, how the panel has read it, and whether a message may go there. */
export function ToField({ rules, contact }: ToFieldProps) {
  const words = useMessageWords().to
  const nameOf = useCountryName()
  const ownId = useId()
  const { control, register, setValue } = useFormContext<MessageDraft>()
  const { errors } = useFormState({ control, name: 'to' })
  const to = useWatch({ control, name: 'to' })
  const error = useQuietError('to')
  const isOnlyCustomers = toField.access(rules) === 'locked'
  const isMissing = isOnlyCustomers && rules.customerNumber === undefined
  const customers = otherThanCustomers(to, rules)
  const isOthers = contact !== undefined && numberOfOthers(to, rules) !== undefined
  const wait = useWaitWords(rules, to)
  // The agent cannot change the customer's number. If the proxy refuses it, the notice about the press says why.
  const isSaidInNotice = isOnlyCustomers && errors.to?.type === 'recipient-not-customer'
  const isSaidBelow = isMissing || isSaidInNotice || (wait !== undefined && isAboutTime(errors.to?.type))
  const noticeIds = [
    ...(isOthers ? [`${ownId}-others`] : []),
    ...(wait === undefined ? [] : [`${ownId}-wait`]),
  ]
  return (
    <div className="tl-to">
      <Field
        label={words.label}
        error={isSaidBelow ? undefined : error}
        hint={recipientWords(to, rules, words, nameOf)}
        required
        access={isOnlyCustomers ? 'locked' : 'editable'}
        lockedBy={ownId}
      >
        {({ 'aria-describedby': described = '', ...props }) => (
          <input
            {...props}
            {...register('to')}
            aria-describedby={[described, ...noticeIds].filter(Boolean).join(' ') || undefined}
            aria-invalid={error && !isSaidInNotice ? true : undefined}
            type="tel"
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
          />
        )}
      </Field>
      {isOnlyCustomers &&
        (isMissing ? (
          <Warning id={ownId}>{contact ? words.numberMissing : words.contactFirst}</Warning>
        ) : (
          <p className={isSaidInNotice ? 'tl-visually-hidden' : 'tl-hint'} id={ownId}>
            {words.customerOnly}
          </p>
        ))}
      {isOthers && <Warning id={`${ownId}-others`}>{words.notCustomers}</Warning>}
      {customers !== undefined && (
        <button
          type="button"
          className="tl-link"
          onClick={() => setValue('to', customers, { shouldDirty: true, shouldValidate: true })}
        >
          {words.offerCustomers(customers)}
        </button>
      )}
      <WaitNotice id={`${ownId}-wait`} said={wait} />
    </div>
  )
}

function Warning({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="tl-notice" data-tone="warning" id={id}>
      <Icon name="warning" />
      <p>{children}</p>
    </div>
  )
}
