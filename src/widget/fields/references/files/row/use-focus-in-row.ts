import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { isElement } from '../../../../controls/dom-kinds.ts'

/**
 * Keeps the focus in a row when its focused button disappears, such as “Cancel” once the file is uploaded. Otherwise the
 * browser would move the focus to the top of the page.
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
      // Some browsers also send `focusout` for a button that is about to be removed. So look later whether it is still in the
      // page.
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
