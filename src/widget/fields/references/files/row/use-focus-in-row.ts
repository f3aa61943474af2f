import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { isElement } from '../../../../controls/dom-kinds.ts'

/**
 * Keeps the focus in a row whose button goes away when the file goes on, such as “Cancel” once the file is uploaded. Else
 * the focus would be at the top of the page.
 */
export function useFocusInRow(): RefObject<HTMLLIElement | null> {
  const rowRef = useRef<HTMLLIElement>(null)
  const focused = useRef<Element>(undefined)
  useEffect(() => {
    const row = rowRef.current
    if (!row) return
    const came = ({ target }: FocusEvent) => {
      focused.current = isElement(target) ? target : undefined
    }
    const left = ({ target }: FocusEvent) => {
      // Some browsers send this for a button that goes away, too, while it is still in the page.
      queueMicrotask(() => {
        if (focused.current === target && isElement(target) && target.isConnected) focused.current = undefined
      })
    }
    row.addEventListener('focusin', came)
    row.addEventListener('focusout', left)
    return () => {
      row.removeEventListener('focusin', came)
      row.removeEventListener('focusout', left)
    }
  }, [])
  useLayoutEffect(() => {
    if (!focused.current || focused.current.isConnected) return
    focused.current = undefined
    rowRef.current?.querySelector<HTMLElement>('.tl-quiet, .tl-remove')?.focus()
  })
  return rowRef
}
