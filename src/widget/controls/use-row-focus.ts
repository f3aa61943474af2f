import { useRef, type RefObject } from 'react'

export interface RowFocus<List extends HTMLElement> {
  readonly rowsRef: RefObject<List | null>
  readonly addRef: RefObject<HTMLButtonElement | null>
  readonly focusAfterRemoving: (index: number) => void
}

/** Keeps the focus in a list of rows: after a removal it is on the next row's remove button, else on "add". */
export function useRowFocus(): RowFocus<HTMLOListElement> {
  const rowsRef = useRef<HTMLOListElement>(null)
  const addRef = useRef<HTMLButtonElement>(null)
  return {
    rowsRef,
    addRef,
    focusAfterRemoving: (index) => {
      // The removed row leaves the page with React's next commit.
      requestAnimationFrame(() => {
        const next = rowsRef.current?.children[index]?.querySelector<HTMLElement>('.tl-remove')
        // Where rows may only go, there is no "add".
        const last = addRef.current ?? rowsRef.current?.querySelector<HTMLElement>('li:last-child input')
        const target = next ?? last
        target?.focus()
      })
    },
  }
}
