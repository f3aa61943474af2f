import { useEffect, useLayoutEffect, type RefObject } from 'react'
import { isElement } from '../dom-kinds.ts'

/** The agent has not touched this field since the panel moved the focus to it. */
export const placedMark = 'data-placed'

interface FirstField {
  /** Its name. */
  readonly first: 'name' | 'text'
  /** False while it is still being read what the form offers. */
  readonly isThere: boolean
}

/**
 * The focus begins in the first field, if it is nowhere else: the panel never takes it from the CCP's frame or from the page
 * around. When another form takes the place of one with the focus, the focus stays in the first field.
 */
export function useFirstFocus(
  buttonRef: RefObject<HTMLButtonElement | null>,
  isWanted: RefObject<boolean>,
  isAskedFor: boolean,
  { first, isThere }: FirstField = { first: 'name', isThere: true },
): void {
  useLayoutEffect(() => {
    const button = buttonRef.current
    return () => {
      // The button may stand beside its form.
      isWanted.current = [button?.form, button?.parentElement].some((part) => part?.matches(':focus-within'))
    }
  }, [buttonRef, isWanted])
  useEffect(() => {
    if (!isThere) return
    const field = buttonRef.current?.form?.elements.namedItem(first)
    if (!isElement(field)) return
    const page = field.ownerDocument
    const { activeElement, body } = page
    const isFree = page.hasFocus() && (!activeElement || activeElement === body)
    // The agent has asked for this form, and goes on in it.
    if (isAskedFor) field.focus()
    else if (isWanted.current && isFree) place(field)
  }, [buttonRef, isWanted, isAskedFor, first, isThere])
}

function place(field: HTMLElement): void {
  field.focus()
  field.setAttribute(placedMark, '')
  const listening = new AbortController()
  const touched = () => {
    field.removeAttribute(placedMark)
    listening.abort()
  }
  const leave = (event: Event) => {
    // The agent leaves a field that they never went to, so there is no complaint that it is empty.
    event.stopPropagation()
    // Without the focus of the document, the agent is in another window and comes back to the field.
    if (field.ownerDocument.hasFocus()) touched()
  }
  const { signal } = listening
  field.addEventListener('input', touched, { signal })
  field.addEventListener('pointerdown', touched, { signal })
  field.addEventListener('focusout', leave, { signal })
}
