import { useState, type ReactNode } from 'react'
import { FieldError } from './field.tsx'
import { useRowFocus } from './use-row-focus.ts'

export interface EditableRowsProps<Row extends { readonly id: string }> {
  readonly words: { readonly help: string; readonly add: string; readonly removed: string }
  readonly rows: readonly Row[]
  readonly renderRow: (index: number, onRemove: () => void, row: Row) => ReactNode
  /** Absent where no rows may be added. */
  readonly onAdd: (() => void) | undefined
  readonly onRemove: (index: number) => void
  /** The complaint about the whole list. */
  readonly error: string | undefined
  /** Shown between the rows and the complaint. */
  readonly children: ReactNode
}

/** Rows that the agent adds and removes. The focus stays in the list, and removals are announced. */
export function EditableRows<Row extends { readonly id: string }>(props: EditableRowsProps<Row>) {
  const { words, rows, renderRow, onAdd, onRemove, error, children } = props
  const [announcement, setAnnouncement] = useState('')
  const { rowsRef, addRef, focusAfterRemoving } = useRowFocus()
  const remove = (index: number) => {
    onRemove(index)
    setAnnouncement(words.removed)
    focusAfterRemoving(index)
  }
  return (
    <div className="tl-stack">
      <p className="tl-hint">{words.help}</p>
      <ol className="tl-rows" ref={rowsRef}>
        {rows.map((row, index) => (
          <li key={row.id}>{renderRow(index, () => remove(index), row)}</li>
        ))}
      </ol>
      {onAdd && (
        <button ref={addRef} type="button" onClick={onAdd}>
          {words.add}
        </button>
      )}
      {children}
      <FieldError error={error} />
      <span className="tl-visually-hidden" role="status">
        {announcement}
      </span>
    </div>
  )
}

export interface EditableRowProps {
  readonly className: string
  readonly legend: string
  readonly removeLabel: string
  /** Absent for a row that stays. */
  readonly onRemove: (() => void) | undefined
  /** Says which fields of the row the organisation has set, once for all of them. */
  readonly locked?: { readonly id: string; readonly words: string } | undefined
  readonly children: ReactNode
}

/** One row: its fields and its remove button. */
export function EditableRow(props: EditableRowProps) {
  const { className, legend, removeLabel, onRemove, locked, children } = props
  return (
    <fieldset className={`tl-row ${className}`}>
      <legend className="tl-visually-hidden">{legend}</legend>
      {children}
      {locked && (
        <p className="tl-hint tl-row-hint" id={locked.id}>
          {locked.words}
        </p>
      )}
      {onRemove && (
        <button type="button" className="tl-remove" aria-label={removeLabel} onClick={onRemove}>
          <span aria-hidden="true">✕</span>
        </button>
      )}
    </fieldset>
  )
}
