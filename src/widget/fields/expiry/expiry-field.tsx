import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext } from 'react-hook-form'
import { expiryUnits } from '../../../core/fields/expiry/expiry-draft.ts'
import { expiryMinutesLimit } from '../../../core/fields/expiry/expiry-minutes.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { FieldError } from '../../controls/field.tsx'
import { controlNamed } from '../../controls/focus/focus-control.ts'
import { keepFromSending } from '../../controls/rows/row-keys.ts'
import { useFormRules } from '../../form-model/rules/form-rules.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useExpiry } from './use-expiry.ts'

const minuteMs = 60_000

/** How long the task lives: a short text beside the label. A press on it opens the fields. */
export function ExpiryField() {
  const { access, fields } = useFormRules()
  const permitted = access('expiry')
  if (permitted === 'hidden') return null
  if (permitted === 'locked') return <LockedExpiry />
  return <ExpiryChoice isRequired={fields.expiry?.isRequired === true} />
}

function LockedExpiry() {
  const { messages } = usePanelSetting()
  const { said, error } = useExpiry()
  return (
    <div className="tl-expiry">
      <p className="tl-hint">{`${said}. ${messages.fields.locked}`}</p>
      <FieldError error={error} />
    </div>
  )
}

function ExpiryChoice({ isRequired }: { readonly isRequired: boolean }) {
  const words = useLateMessages().expiry
  const { said, note, error, isWrong, usual } = useExpiry()
  const [isChanging, setChanging] = useState(false)
  const pressRef = useRef<HTMLButtonElement>(null)
  const noteRef = useRef<HTMLButtonElement>(null)
  const openedFrom = useRef<'head' | 'note'>('head')
  const id = useId()
  const isOpen = isChanging || isRequired || error !== undefined
  const open = (from: 'head' | 'note') => {
    openedFrom.current = from
    flushSync(() => setChanging(true))
    const form = pressRef.current?.form
    if (form) controlNamed(form, 'expiry.amount')?.focus()
  }
  const close = () => {
    flushSync(() => setChanging(false))
    const inNote = openedFrom.current === 'note' ? noteRef.current : null
    const opener = inNote ?? pressRef.current
    opener?.focus()
  }
  return (
    <div className="tl-expiry">
      {!isRequired && (
        <button
          ref={pressRef}
          type="button"
          className={`tl-link tl-expiry-press${isWrong ? ' tl-error' : ''}`}
          aria-expanded={isOpen}
          onClick={isOpen ? close : () => open('head')}
        >
          <span id={`${id}-said`}>{said}</span>
          <span className="tl-visually-hidden">{words.change}</span>
        </button>
      )}
      {note !== undefined && (
        <p className="tl-hint">
          <span>{`${note} `}</span>
          {!isOpen && (
            <button ref={noteRef} type="button" className="tl-link" onClick={() => open('note')}>
              {words.changeEnd}
            </button>
          )}
        </p>
      )}
      {isOpen && (
        <ExpiryAmount
          id={id}
          isRequired={isRequired}
          error={error}
          usual={usual}
          onUsual={isRequired ? undefined : close}
        />
      )}
    </div>
  )
}

interface ExpiryAmountProps {
  /** The element with the id `${id}-said` says when the task will end. */
  readonly id: string
  readonly isRequired: boolean
  readonly error: string | undefined
  /** How long the task lives without an amount, in words. */
  readonly usual: string
  /** Closes it. Absent where an amount is required. */
  readonly onUsual: (() => void) | undefined
}

function ExpiryAmount({ id, isRequired, error, usual, onUsual }: ExpiryAmountProps) {
  const { messages } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().expiry
  const { register, setValue, getValues, trigger } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const described = [`${id}-said`, `${id}-hint`, error ? `${id}-error` : ''].filter(Boolean).join(' ')
  const unit = register('expiry.unit')
  const goBack = () => {
    setValue('expiry', { ...getValues('expiry'), amount: '' }, { shouldDirty: true })
    void trigger('expiry.amount')
    onUsual?.()
  }
  return (
    // The element only handles keys that bubble up. Its controls have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      onKeyDown={(event) => {
        keepFromSending(event)
        const isDone = event.key === 'Escape' || (event.key === 'Enter' && event.defaultPrevented)
        if (!isDone || !onUsual) return
        event.preventDefault()
        onUsual()
      }}
    >
      <legend>{isRequired ? messages.fields.required(words.label) : words.label}</legend>
      <div className="tl-expiry-amount">
        <input
          {...register('expiry.amount')}
          type="text"
          inputMode="decimal"
          dir="ltr"
          autoComplete="off"
          aria-label={words.amount}
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
          aria-required={isRequired || undefined}
        />
        <select
          {...unit}
          aria-label={words.unit}
          onChange={(event) => {
            void unit.onChange(event)
            // The complaint is about amount and unit together.
            if (error) void trigger('expiry.amount')
          }}
        >
          {expiryUnits.map((each) => (
            <option key={each} value={each}>
              {words.units[each]}
            </option>
          ))}
        </select>
        {onUsual && (
          <button type="button" onClick={goBack}>
            {words.usual(usual)}
          </button>
        )}
      </div>
      <p className="tl-hint" id={`${id}-hint`}>
        {words.limits(formats.fromNow(expiryMinutesLimit * minuteMs))}
      </p>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  )
}
