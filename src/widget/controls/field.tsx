import { useId, type ReactNode } from 'react'
import type { Access } from '../../core/fields/field-rule.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'

/** The attributes that name, describe and mark a control. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
  readonly 'aria-required'?: true
  readonly readOnly?: true
}

export interface FieldProps {
  readonly label: string
  readonly error?: string | undefined
  /** The label and the hint come from the organisation, so their language may differ from the panel's. */
  readonly isWritten?: true
  readonly hint?: string | undefined
  /** A short text about the value, at the end of the label's line. */
  readonly aside?: string | undefined
  readonly required?: boolean
  readonly optional?: boolean
  /** A locked field can be read and focused, and says who locked it. A hidden field is not rendered. */
  readonly access?: Access
  /** The id of the hint about the lock, where one hint serves several fields. */
  readonly lockedBy?: string | undefined
  readonly children: (control: ControlProps) => ReactNode
}

/** A label, its control, a hint and a complaint, connected for screen readers. */
export function Field(props: FieldProps) {
  const {
    label,
    error,
    hint,
    aside,
    required = false,
    optional = false,
    access = 'editable',
    lockedBy,
    isWritten,
    children,
  } = props
  const id = useId()
  const { messages } = usePanelSetting()
  if (access === 'hidden') return null
  const isLocked = access === 'locked'
  const lockedId = lockedBy ?? `${id}-locked`
  const asideId = `${id}-aside`
  const described = [
    aside ? asideId : '',
    hint ? `${id}-hint` : '',
    isLocked ? lockedId : '',
    error ? `${id}-error` : '',
  ]
    .filter(Boolean)
    .join(' ')
  return (
    <div className="tl-field">
      <label htmlFor={id}>
        {isWritten ? <bdi>{label}</bdi> : <span>{label}</span>}
        {/*
            A field may become required because of another field's value. Then the error says so, and "optional" would be wrong.
        */}
        {optional && !isLocked && !error && (
          <span className="tl-muted">{` (${messages.fields.optional})`}</span>
        )}
      </label>
      {aside && (
        <span className="tl-aside tl-hint" id={asideId}>
          {aside}
        </span>
      )}
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
        ...(required ? { 'aria-required': true } : {}),
        ...(isLocked ? { readOnly: true } : {}),
      })}
      {hint && (
        <p className="tl-hint" id={`${id}-hint`} dir={isWritten && 'auto'}>
          {hint}
        </p>
      )}
      {isLocked && !lockedBy && <LockedHint id={lockedId} />}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

/** Says why a field cannot be changed. */
export function LockedHint({ id }: { readonly id: string }) {
  const { messages } = usePanelSetting()
  return (
    <p className="tl-hint" id={id}>
      {messages.fields.locked}
    </p>
  )
}

/** A complaint at its field. */
export function FieldError({ id, error }: { readonly id?: string; readonly error?: string | undefined }) {
  if (!error) return null
  return (
    <p className="tl-error" id={id}>
      {error}
    </p>
  )
}
