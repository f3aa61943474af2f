import { useEffect, type RefObject } from 'react'

const signsOfAgent = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const

/**
 * Scrolls to an element when it gets news, and again while the parts around it are still being loaded. It stops as soon as the
 * agent does something, and does nothing while they are typing: their field must not move.
 */
export function useNewsInView(ref: RefObject<Element | null>, hasNews: boolean): void {
  useEffect(() => {
    const element = ref.current
    if (!hasNews || !element) return undefined
    const page = element.ownerDocument
    const show = () => {
      if (element.closest('details:not([open])') || isTypingBeside(element)) return
      element.scrollIntoView({ block: 'nearest' })
    }
    const observer = new ResizeObserver(show)
    observer.observe(element.closest('details') ?? element)
    const leave = () => {
      // The press that opens the section comes while it is still closed.
      if (!element.closest('details:not([open])')) observer.disconnect()
    }
    for (const sign of signsOfAgent) page.addEventListener(sign, leave, { passive: true })
    return () => {
      observer.disconnect()
      for (const sign of signsOfAgent) page.removeEventListener(sign, leave)
    }
  }, [ref, hasNews])
}

/** A field that has the focus and no text is only where the agent would begin to type. */
function isTypingBeside(element: Element): boolean {
  const fields = element
    .closest('form')
    ?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'textarea, input:not([type="radio"], [type="checkbox"])',
    )
  return [...(fields ?? [])].some((field) => field.value !== '' && field.matches(':focus'))
}
