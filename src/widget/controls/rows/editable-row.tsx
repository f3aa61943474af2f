import type { MouseEvent, ReactNode } from 'react'
import { Icon } from '../icons/icon.tsx'

export interface EditableRowProps {
  readonly className: string
  readonly legend: string
  readonly removeLabel: string
  /** Absent for a row that the organisation's rules have added: the agent cannot remove it. */
  readonly onRemove: ((press: MouseEvent) => void) | undefined
  /** The agent can change nothing in the row. */
  readonly isLocked: boolean
  readonly children: ReactNode
}

/** One line: the fields of a row and its remove button. */
export function EditableRow({
  className,
  legend,
  removeLabel,
  onRemove,
  isLocked,
  children,
}: EditableRowProps) {
  return (
    <fieldset className={`tl-row ${className}`}>
      <legend className="tl-visually-hidden">{legend}</legend>
      {children}
      {onRemove ? (
        <button type="button" className="tl-remove" aria-label={removeLabel} onClick={onRemove}>
          <Icon name="close" />
        </button>
      ) : (
        <span className="tl-row-lock">{isLocked && <Icon name="lock" />}</span>
      )}
    </fieldset>
  )
}
