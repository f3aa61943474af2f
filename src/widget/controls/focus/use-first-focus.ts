import { useEffect, useLayoutEffect, type RefObject } from 'react'
import { isElement } from '../dom-kinds.ts'

/** The agent has not touched this field since the panel moved the focus to it. */
export const placedMark = 'data-placed'

interface FirstField {
  /** Its name. */
  readonly first: 'name' | 'text'
  /** False while the panel still reads what the form offers. */
  readonly isThere: boolean
}

/**
 * Puts the focus in the first field if nothing else has it. The panel never takes the focus from the CCP's frame or from the
 * page around it. If the form that had the focus is replaced, the first field of the new form gets it.
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
    // The agent has asked for this form, so its first field gets the focus in any case.
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
    // The panel, not the agent, put the focus here: to leave the field empty is no mistake.
    event.stopPropagation()
    // If the document has no focus, the agent is in another window and will come back to this field.
    if (field.ownerDocument.hasFocus()) touched()
  }
  const { signal } = listening
  field.addEventListener('input', touched, { signal })
  field.addEventListener('pointerdown', touched, { signal })
  field.addEventListener('focusout', leave, { signal })
}
