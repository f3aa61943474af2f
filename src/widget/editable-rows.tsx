import { useState, type ReactNode } from 'react'
import { FieldError } from './field.tsx'
import { useRowFocus } from './use-row-focus.ts'

export interface EditableRowsProps {
  readonly words: { readonly help: string; readonly add: string; readonly removed: string }
  readonly rows: readonly { readonly id: string }[]
  readonly renderRow: (index: number, onRemove: () => void) => ReactNode
  readonly onAdd: () => void
  readonly onRemove: (index: number) => void
  /** What is wrong with the list as a whole. */
  readonly error: string | undefined
  /** What stands between the rows and the complaint. */
  readonly children: ReactNode
}

/** Rows that come and go without the keyboard or a screen reader losing the place. */
export function EditableRows(props: EditableRowsProps) {
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
        {rows.map(({ id }, index) => (
          <li key={id}>{renderRow(index, () => remove(index))}</li>
        ))}
      </ol>
      <button ref={addRef} type="button" onClick={onAdd}>
        {words.add}
      </button>
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
  readonly onRemove: () => void
  readonly children: ReactNode
}

/** One row: its fields, and the way to be rid of it. */
export function EditableRow({ className, legend, removeLabel, onRemove, children }: EditableRowProps) {
  return (
    <fieldset className={`tl-row ${className}`}>
      <legend className="tl-visually-hidden">{legend}</legend>
      {children}
      <button type="button" className="tl-remove" aria-label={removeLabel} onClick={onRemove}>
        <span aria-hidden="true">✕</span>
      </button>
    </fieldset>
  )
}
