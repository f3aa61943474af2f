import { useId } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { expiryUnits } from '../../../core/fields/expiry/expiry-draft.ts'
import { typedMinutes } from '../../../core/fields/expiry/expiry-draft.ts'
import {
  durationMinutesLeast,
  durationMinutesLimit,
  usualDurationMinutes,
} from '../../../core/message/fields/duration.ts'
import type { MessageDraft, MessageRules } from '../../../core/message/message-parts.ts'
import { Field, FieldError } from '../../controls/field.tsx'
import { useFormats } from '../../late/late-messages.ts'
import { useMessageWords } from '../mode/message-words.ts'

const minuteMs = 60_000

interface MoreProps {
  readonly rules: MessageRules
}

/** How long the chat stays open, in one line. */
export function MoreSummary({ rules }: MoreProps) {
  const words = useMessageWords().more
  const formats = useFormats()
  const { control } = useFormContext<MessageDraft>()
  const duration = useWatch({ control, name: 'duration' })
  const minutes = typedMinutes(duration) ?? usualDurationMinutes(rules)
  return Number.isNaN(minutes) ? null : <span>{words.summary(formats.fromNow(minutes * minuteMs))}</span>
}

/** The fields that an agent seldom needs. */
export function MoreFields({ rules }: MoreProps) {
  const words = useMessageWords().more
  const { control, register } = useFormContext<MessageDraft>()
  const { errors } = useFormState({ control, name: 'displayName' })
  return (
    <>
      <Field
        label={words.displayName}
        hint={words.displayNameHint}
        error={errors.displayName?.message}
        optional
      >
        {(props) => (
          <input {...props} {...register('displayName')} type="text" dir="auto" autoComplete="off" />
        )}
      </Field>
      <Duration rules={rules} />
    </>
  )
}

function Duration({ rules }: MoreProps) {
  const words = useMessageWords().more
  const formats = useFormats()
  const id = useId()
  const { control, register, trigger } = useFormContext<MessageDraft>()
  const { errors } = useFormState({ control, name: 'duration' })
  const error = errors.duration?.amount?.message
  const unit = register('duration.unit')
  const said = (minutes: number) => formats.fromNow(minutes * minuteMs)
  return (
    <fieldset>
      <legend>{words.duration}</legend>
      <div className="tl-expiry-amount">
        <input
          {...register('duration.amount')}
          type="text"
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          aria-label={words.amount}
          aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
          aria-invalid={error ? true : undefined}
        />
        <select
          {...unit}
          aria-label={words.unit}
          onChange={(event) => {
            void unit.onChange(event)
            // The complaint is about amount and unit together.
            if (error) void trigger('duration.amount')
          }}
        >
          {expiryUnits.map((each) => (
            <option key={each} value={each}>
              {words.units[each]}
            </option>
          ))}
        </select>
      </div>
      <p className="tl-hint" id={`${id}-hint`}>
        {words.durationHint(
          said(usualDurationMinutes(rules)),
          said(durationMinutesLeast),
          said(durationMinutesLimit),
        )}
      </p>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
