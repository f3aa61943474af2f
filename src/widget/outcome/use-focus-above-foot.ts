import { useEffect, type RefObject } from 'react'

/** Keeps the focused field out from behind the foot of the form, which grows and shrinks with its news. */
export function useFocusAboveFoot(buttonRef: RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    const foot = buttonRef.current?.parentElement
    const place = foot?.parentElement
    if (!foot || !place) return undefined
    const observer = new ResizeObserver(() => {
      place.style.setProperty('--tl-foot', `${foot.offsetHeight}px`)
      const focused = place.querySelector(':is(fieldset, .tl-tasks) :focus')
      // A field in view stays where it is.
      if (focused && focused.getBoundingClientRect().bottom > foot.getBoundingClientRect().top)
        focused.scrollIntoView({ block: 'nearest' })
    })
    observer.observe(foot)
    return () => {
      observer.disconnect()
      // The panel may show a card next, which has no foot.
      place.style.removeProperty('--tl-foot')
    }
  }, [buttonRef])
}
