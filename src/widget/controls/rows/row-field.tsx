import { useId, type ReactNode } from 'react'
import type { Access } from '../../../core/fields/field-rule.ts'
import { FieldError, type ControlProps } from '../field.tsx'

interface RowControlProps extends ControlProps {
  readonly 'aria-label': string
}

export interface RowFieldProps {
  /** Read by screen readers. On the screen it stands once, above the rows. */
  readonly label: string
  readonly error?: string | undefined
  /** Read by screen readers. */
  readonly hint?: string | undefined
  /** A value that is offered in place of the refused one, beside the complaint. */
  readonly remedy?: { readonly words: string; readonly apply: () => void } | undefined
  readonly required?: boolean
  readonly access?: Access
  /** The id of the words that say who locked the field. */
  readonly lockedBy: string
  readonly children: (control: RowControlProps) => ReactNode
}

/** A control in a row and, in a line of its own below the row, the complaint about it. */
export function RowField(props: RowFieldProps) {
  const { label, error, hint, remedy, required = false, access = 'editable', lockedBy, children } = props
  const id = useId()
  const isLocked = access === 'locked'
  const described = [hint ? `${id}-hint` : '', isLocked ? lockedBy : '', error ? `${id}-error` : '']
    .filter(Boolean)
    .join(' ')
  return (
    <div className="tl-row-field">
      {children({
        id,
        'aria-label': label,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
        ...(required ? { 'aria-required': true } : {}),
        ...(isLocked ? { readOnly: true } : {}),
      })}
      {hint && (
        <span className="tl-visually-hidden" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <div className="tl-row-complaint">
          <FieldError id={`${id}-error`} error={error} />
          {remedy && (
            <button type="button" onClick={remedy.apply}>
              {remedy.words}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
