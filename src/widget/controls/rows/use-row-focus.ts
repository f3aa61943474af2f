import { useLayoutEffect, useRef, type RefObject } from 'react'
import { fieldsOf, focusRow, type RowPlace } from './row-places.ts'

export interface RowFocus {
  readonly listRef: RefObject<HTMLOListElement | null>
  readonly addRef: RefObject<HTMLButtonElement | null>
  /** Moves the focus once the rows have changed. */
  readonly focusNext: (place: RowPlace) => void
}

/** Keeps the focus in a list of rows whose rows come and go. */
export function useRowFocus(rows: readonly unknown[]): RowFocus {
  const listRef = useRef<HTMLOListElement>(null)
  const addRef = useRef<HTMLButtonElement>(null)
  const wanted = useRef<{ readonly place: RowPlace; readonly rowsBefore: readonly unknown[] }>(undefined)
  useLayoutEffect(() => {
    // The list may be drawn again before its rows have changed.
    if (!wanted.current || wanted.current.rowsBefore === rows) return
    const { place } = wanted.current
    wanted.current = undefined
    const row = listRef.current?.children[place.row]
    if (row) focusRow(row, place.part)
    else if (addRef.current) addRef.current.focus()
    // If no rows may be added, there is no "add" button.
    else if (listRef.current) fieldsOf(listRef.current).at(-1)?.focus()
  })
  return {
    listRef,
    addRef,
    focusNext: (place) => {
      wanted.current = { place, rowsBefore: rows }
    },
  }
}
