import { useState, type MouseEvent, type ReactNode } from 'react'
import { useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../panel-setting.ts'
import { FieldError } from './field.tsx'
import { Icon } from './icon.tsx'
import { handleRowKey } from './row-keys.ts'
import { focusRow, isRemovable, isRowEmpty, type RowPlace } from './row-places.ts'
import { useOpenedByHand } from './use-opened-by-hand.ts'
import { useRowFocus } from './use-row-focus.ts'

export interface RowList<Row extends { readonly id: string }> {
  readonly rows: readonly Row[]
  /** Adds an empty row at the end. Absent where no rows may be added. */
  readonly add: (() => void) | undefined
  /** Removes a row, and returns the way to put it back. */
  readonly remove: (index: number) => () => void
}

export interface EditableRowsProps<Row extends { readonly id: string }> {
  readonly words: { readonly help: string; readonly add: string; readonly removed: string }
  /** The heads of the columns of text. Each field repeats its own as its label. */
  readonly heads: readonly string[]
  /** The class of the rows, which gives them their columns. */
  readonly className: string
  readonly list: RowList<Row>
  readonly renderRow: (index: number, onRemove: (press: MouseEvent) => void, row: Row) => ReactNode
  /** The id of the words that say who locked fields. Absent where no field is locked. */
  readonly lockedId: string | undefined
  /** The complaint about the whole list. */
  readonly error: string | undefined
  /** Shown between the rows and the complaint. */
  readonly children: ReactNode
}

const positionOf = (row: Element) => [...(row.parentElement?.children ?? [])].indexOf(row)

const placeBefore = (index: number): RowPlace =>
  index === 0 ? { row: 0, part: 'first-field' } : { row: index - 1, part: 'last-field' }

interface Removal {
  readonly index: number
  readonly putBack: () => void
}

/** Rows that the agent adds, fills in and removes with the keyboard alone. Removals are announced and can be undone. */
export function EditableRows<Row extends { readonly id: string }>(props: EditableRowsProps<Row>) {
  const { words, heads, className, list, renderRow, lockedId, error, children } = props
  const { rows } = list
  const [removals, setRemovals] = useState<readonly Removal[]>([])
  const [isRemovalNews, setRemovalNews] = useState(false)
  const { listRef, addRef, focusNext } = useRowFocus()

  // There is one empty row at the end, at the most.
  const add = () => {
    const last = listRef.current?.lastElementChild
    if (last && isRowEmpty(last)) focusRow(last, 'first-field')
    else if (list.add) {
      focusNext({ row: rows.length, part: 'first-field' })
      list.add()
    }
  }
  const remove = (row: Element, next: (index: number) => RowPlace) => {
    const index = positionOf(row)
    focusNext(next(index))
    const isWorthKeeping = !isRowEmpty(row)
    const putBack = list.remove(index)
    if (isWorthKeeping) setRemovals((before) => [...before, { index, putBack }])
    setRemovalNews(true)
  }
  const undo = ({ index, putBack }: Removal) => {
    focusNext({ row: Math.min(index, rows.length), part: 'first-field' })
    putBack()
    setRemovals((before) => before.slice(0, -1))
    setRemovalNews(false)
  }
  const removePressed = ({ currentTarget }: MouseEvent) => {
    const row = currentTarget.closest('li')
    if (row) remove(row, (index) => ({ row: index, part: 'remove' }))
  }
  useOpenedByHand(listRef, () => {
    const [first] = listRef.current?.children ?? []
    if (!first || (rows.length === 1 && isRemovable(first))) add()
  })
  return (
    <div className="tl-stack">
      <p className="tl-hint">{words.help}</p>
      <div
        role="presentation"
        onKeyDown={(event) => handleRowKey(event, { add, remove: (row) => remove(row, placeBefore) })}
      >
        {rows.length > 0 && <Heads heads={heads} className={className} />}
        <ol className="tl-rows" ref={listRef}>
          {rows.map((row, index) => (
            <li key={row.id}>{renderRow(index, removePressed, row)}</li>
          ))}
        </ol>
        {lockedId && <LockedRows id={lockedId} />}
      </div>
      <div className="tl-rows-foot">
        {list.add && (
          <button ref={addRef} type="button" className="tl-add" onClick={add}>
            <Icon name="add" />
            {words.add}
          </button>
        )}
        <Removed words={words.removed} isSpoken={isRemovalNews} removal={removals.at(-1)} onUndo={undo} />
      </div>
      {children}
      <FieldError error={error} />
    </div>
  )
}

/** The labels of the columns, once. Screen readers read them at each field. */
function Heads({ heads, className }: Pick<EditableRowsProps<never>, 'heads' | 'className'>) {
  return (
    <div className={`tl-row tl-row-heads ${className}`} aria-hidden="true">
      {heads.map((head) => (
        <span key={head}>{head}</span>
      ))}
    </div>
  )
}

/** Says once what the locks at rows mean. */
function LockedRows({ id }: { readonly id: string }) {
  const { messages } = usePanelSetting()
  return (
    <p className="tl-hint tl-rows-locked">
      <Icon name="lock" />
      <span id={id}>{messages.fields.locked}</span>
    </p>
  )
}

interface RemovedProps {
  readonly words: string
  readonly isSpoken: boolean
  readonly removal: Removal | undefined
  readonly onUndo: (removal: Removal) => void
}

/** The last removal. An empty row is not worth bringing back, so its removal is only spoken. */
function Removed({ words, isSpoken, removal, onUndo }: RemovedProps) {
  const { undo } = useLateMessages().rows
  return (
    <div className="tl-rows-news">
      <span role="status" className={removal ? undefined : 'tl-visually-hidden'}>
        {(isSpoken || removal) && words}
      </span>
      {removal && (
        <button type="button" onClick={() => onUndo(removal)}>
          {undo}
        </button>
      )}
    </div>
  )
}
