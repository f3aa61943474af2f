import { useId, type ReactNode } from 'react'
import { usePanelSetting } from './panel-setting.ts'

/** What a control needs so that it is named, described and marked wrong. */
export interface ControlProps {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
  readonly 'aria-required'?: true
}

export interface FieldProps {
  readonly label: string
  readonly error?: string | undefined
  readonly hint?: string | undefined
  readonly required?: boolean
  readonly optional?: boolean
  readonly children: (control: ControlProps) => ReactNode
}

/** A label, its control, a hint and a complaint: the only place that wires them together. */
export function Field({ label, error, hint, required = false, optional = false, children }: FieldProps) {
  const id = useId()
  const { messages } = usePanelSetting()
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
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
      })}
      {hint && (
        <p className="tl-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
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
