import { useEffect, type RefObject } from 'react'

/** Keeps the focused field out from behind the foot of the form, which grows and shrinks with its news. */
export function useFocusAboveFoot(buttonRef: RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    const form = buttonRef.current?.form
    const foot = buttonRef.current?.parentElement
    if (!form || !foot) return undefined
    const observer = new ResizeObserver(() => {
      form.style.setProperty('--tl-foot', `${foot.offsetHeight}px`)
      const focused = form.querySelector('fieldset :focus')
      // A field in view stays where it is.
      if (focused && focused.getBoundingClientRect().bottom > foot.getBoundingClientRect().top)
        focused.scrollIntoView({ block: 'nearest' })
    })
    observer.observe(foot)
    return () => observer.disconnect()
  }, [buttonRef])
}
