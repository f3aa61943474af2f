import { useEffect, type RefObject } from 'react'
import { isElement } from '../controls/dom-kinds.ts'

/**
 * Keeps the focused field out from behind the foot of the form, which grows and shrinks with its news. For the browser a
 * field behind the foot is in view.
 */
export function useFocusAboveFoot(buttonRef: RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    const foot = buttonRef.current?.parentElement
    const place = foot?.parentElement
    if (!foot || !place) return undefined
    const keepAbove = (focused: Element) => {
      // A field in view stays where it is, unless its complaint below it is not.
      const isBehind = focused.getBoundingClientRect().bottom > foot.getBoundingClientRect().top
      if (isBehind || focused.matches('[aria-invalid="true"]')) focused.scrollIntoView({ block: 'nearest' })
    }
    const observer = new ResizeObserver(() => {
      place.style.setProperty('--tl-foot', `${foot.offsetHeight}px`)
      const focused = place.querySelector(':is(fieldset, .tl-tasks) :focus')
      if (focused) keepAbove(focused)
    })
    observer.observe(foot)
    // A button that moves while the mouse presses it would miss the press.
    const onFocus = ({ target }: FocusEvent) => {
      if (isElement(target) && target.matches(':is(fieldset, .tl-tasks) :focus-visible')) keepAbove(target)
    }
    place.addEventListener('focusin', onFocus)
    return () => {
      observer.disconnect()
      place.removeEventListener('focusin', onFocus)
      // The panel may show a card next, which has no foot.
      place.style.removeProperty('--tl-foot')
    }
  }, [buttonRef])
}
