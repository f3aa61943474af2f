import { useState, type FormEvent, type MouseEvent, type PointerEvent, type ReactNode } from 'react'
import type { RowsChange } from '../../form-model/rows/fill-rows.ts'
import type { PastedRow } from '../../form-model/rows/pasted-row.ts'
import type { LineWithoutPair } from '../../form-model/rows/pasted-rows.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { FieldError } from '../field.tsx'
import { Icon } from '../icons/icon.tsx'
import { NoteChangeContext, type RowChange } from './row-changes.ts'
import { handleRowKey } from './row-keys.ts'
import { handleRowPaste } from './row-paste.ts'
import { focusRow, isRemovable, isRowEmpty, isRowText, type RowPlace } from './row-places.ts'
import { useOpenedByHand } from '../use-opened-by-hand.ts'
import { useRowFocus } from './use-row-focus.ts'

export interface RowList<Row extends { readonly id: string }> {
  readonly rows: readonly Row[]
  /** Adds an empty row at the end. Absent where no rows may be added. */
  readonly add: (() => void) | undefined
  /** Removes a row, and returns a function that puts it back. */
  readonly remove: (index: number) => () => void
  /** Fills an empty row and adds rows after it, or adds all of them after a row with a text. */
  readonly paste: (index: number, rows: readonly PastedRow[]) => RowsPaste
  /** Values may have several lines. Without this, line breaks in a pasted value become spaces. */
  readonly hasLines?: true
}

export interface RowsPaste {
  /** The news about the paste. By default it says how many rows were filled in. */
  readonly words?: string
  /** Absent where no row was changed. */
  readonly change?: RowsChange
}

/** More rows at once would stop the panel for seconds. */
const pastedRowsLimit = 500

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
  /** The rows of the organisation are there for the agent to fill in. */
  readonly isAsked: boolean
  /** The complaint about the whole list. */
  readonly error: string | undefined
  /** Shown between the rows and the complaint. */
  readonly children: ReactNode
}

const positionOf = (row: Element) => [...(row.parentElement?.children ?? [])].indexOf(row)

const placeBefore = (index: number): RowPlace =>
  index === 0 ? { row: 0, part: 'first-field' } : { row: index - 1, part: 'last-field' }

/**
 * Rows that the agent adds, fills in, pastes and removes with the keyboard alone. Removals and pastes are announced, and
 * can be undone.
 */
export function EditableRows<Row extends { readonly id: string }>(props: EditableRowsProps<Row>) {
  const { words, heads, className, list, renderRow, lockedId, isAsked, error, children } = props
  const { rows } = list
  const [changes, setChanges] = useState<readonly RowChange[]>([])
  const [refusal, setRefusal] = useState('')
  const rowWords = useLateMessages().rows
  const { listRef, addRef, focusNext } = useRowFocus(rows)

  // Every change is noted: an undo is right only if all later changes are undone first.
  const note = (change: RowChange) => {
    setChanges((before) => [...before, change])
    setRefusal('')
  }
  // If the last row is empty, it gets the focus: there is never a second empty row.
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
    note({ words: words.removed, undo: list.remove(index), row: index })
  }
  const paste = (row: Element, pasted: readonly PastedRow[], unsplitAt?: LineWithoutPair) => {
    if (pasted.length > pastedRowsLimit) {
      setRefusal(rowWords.tooMany(pasted.length, pastedRowsLimit))
      return
    }
    // The organisation's rows stay together at the beginning.
    const fixed = [...(listRef.current?.children ?? [])].findLastIndex((each) => !isRemovable(each))
    const index = Math.max(positionOf(row), fixed)
    const { words: count = rowWords.pasted(pasted.length), change } = list.paste(index, inLines(pasted, list))
    const news = change && unsplitAt ? rowWords.notRows(unsplitAt.line, unsplitAt.hasTabs) : count
    if (change) {
      focusNext({ row: change.lastRow, part: 'last-field' })
      note({ words: news, undo: change.undo, row: index })
    } else setRefusal(news)
  }
  const undo = (change: RowChange) => {
    if (change.row !== undefined) {
      focusNext({ row: Math.min(change.row, rows.length), part: 'first-field' })
    }
    change.undo()
    setChanges((before) => before.slice(0, -1))
    setRefusal('')
  }
  const typed = ({ target }: FormEvent) => {
    const row = target instanceof Element && target.closest('li')
    const { of } = changes.at(-1) ?? {}
    if (row && of !== undefined && of !== positionOf(row)) setChanges(changes.slice(0, -1))
  }
  const removePressed = ({ currentTarget }: MouseEvent) => {
    const row = currentTarget.closest('li')
    if (row) remove(row, (index) => ({ row: index, part: 'remove' }))
  }
  useOpenedByHand(listRef, () => {
    const [first] = listRef.current?.children ?? []
    if (!first || (rows.length === 1 && isRemovable(first) && isRowEmpty(first))) add()
  })
  return (
    <div className="tl-stack">
      <p className="tl-hint">{words.help}</p>
      <div
        role="presentation"
        onKeyDown={(event) => handleRowKey(event, { add, remove: (row) => remove(row, placeBefore) })}
        onInput={typed}
        onPointerOver={showWhole}
        onPaste={list.add && ((event) => handleRowPaste(event, paste))}
      >
        {rows.length > 0 && <Heads heads={heads} className={className} />}
        <ol className="tl-rows" ref={listRef}>
          <NoteChangeContext value={note}>
            {rows.map((row, index) => (
              <li key={row.id}>{renderRow(index, removePressed, row)}</li>
            ))}
          </NoteChangeContext>
        </ol>
        {lockedId && <LockedRows id={lockedId} isAsked={isAsked} />}
      </div>
      <div className="tl-rows-foot">
        {list.add && (
          <button ref={addRef} type="button" className="tl-add" onClick={add}>
            <Icon name="add" />
            <span>{words.add}</span>
          </button>
        )}
        <LastChange change={changes.at(-1)} refusal={refusal} onUndo={undo} />
      </div>
      {children}
      <FieldError error={error} />
    </div>
  )
}

/** The browser's tooltip shows a text that is longer than its field. */
function showWhole({ target }: PointerEvent): void {
  if (isRowText(target)) target.title = target.scrollWidth > target.clientWidth ? target.value : ''
}

const inLines = (pasted: readonly PastedRow[], { hasLines }: Pick<RowList<never>, 'hasLines'>) =>
  pasted.map(({ name, value }) => ({ name: inOneLine(name), value: hasLines ? value : inOneLine(value) }))

const inOneLine = (text: string) => text.replaceAll('\n', ' ')

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

/** Says once, for all rows, what the lock icons mean. */
function LockedRows({ id, isAsked }: { readonly id: string; readonly isAsked: boolean }) {
  const { messages } = usePanelSetting()
  const { asked } = useLateMessages().rows
  return (
    <p className="tl-hint" id={id}>
      {isAsked ? asked : messages.fields.locked}
    </p>
  )
}

interface LastChangeProps {
  readonly change: RowChange | undefined
  /** Why the last paste changed nothing. */
  readonly refusal: string
  readonly onUndo: (change: RowChange) => void
}

/** Shows the last change, with its undo button. */
function LastChange({ change, refusal, onUndo }: LastChangeProps) {
  const { undo } = useLateMessages().rows
  return (
    <div className="tl-rows-news">
      <span role="status">{refusal || change?.words}</span>
      {change && !refusal && (
        <button type="button" onClick={() => onUndo(change)}>
          {undo}
        </button>
      )}
    </div>
  )
}
