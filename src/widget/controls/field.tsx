import { useId, type ReactNode } from 'react'
import type { Access } from '../../core/field-rules.ts'
import { usePanelSetting } from '../panel-setting.ts'

/** What a control needs so that it is named, described and marked wrong. */
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
  readonly hint?: string | undefined
  readonly required?: boolean
  readonly optional?: boolean
  /** Locked can be read and reached, and says by whom; hidden is not there. */
  readonly access?: Access
  /** The id of what says so, where it is said for several fields at once. */
  readonly lockedBy?: string | undefined
  readonly children: (control: ControlProps) => ReactNode
}

/** A label, its control, a hint and a complaint: the only place that wires them together. */
export function Field(props: FieldProps) {
  const {
    label,
    error,
    hint,
    required = false,
    optional = false,
    access = 'editable',
    lockedBy,
    children,
  } = props
  const id = useId()
  const { messages } = usePanelSetting()
  if (access === 'hidden') return null
  const isLocked = access === 'locked'
  const lockedId = lockedBy ?? `${id}-locked`
  const described = [hint ? `${id}-hint` : '', isLocked ? lockedId : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className="tl-field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="tl-muted"> ({messages.fields.optional})</span>}
      </label>
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
        ...(required ? { 'aria-required': true } : {}),
        ...(isLocked ? { readOnly: true } : {}),
      })}
      {hint && (
        <p className="tl-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {isLocked && !lockedBy && <LockedHint id={lockedId} />}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}

/** Why something cannot be changed: the agent is not to look for a way. */
export function LockedHint({ id }: { readonly id: string }) {
  const { messages } = usePanelSetting()
  return (
    <p className="tl-hint" id={id}>
      {messages.fields.locked}
    </p>
  )
}

/** A complaint beside what it is about. The sign keeps it from being told by colour alone. */
export function FieldError({ id, error }: { readonly id?: string; readonly error?: string | undefined }) {
  if (!error) return null
  return (
    <p className="tl-error" id={id}>
      <span aria-hidden="true">⚠ </span>
      {error}
    </p>
  )
}
