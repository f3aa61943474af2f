import { useEffect, type RefObject } from 'react'
import { isElement } from '../controls/dom-kinds.ts'

/**
 * Keeps the focused field above the foot of the form, whose height changes with its notices. The browser does not scroll there
 * by itself, because for it a field behind the foot is in view.
 */
export function useFocusAboveFoot(buttonRef: RefObject<HTMLButtonElement | null>): void {
  useEffect(() => {
    const foot = buttonRef.current?.parentElement
    const place = foot?.parentElement
    if (!foot || !place) return undefined
    const keepAbove = (focused: Element) => {
      // Scroll only if the foot covers the field or may cover its complaint.
      const isBehind = focused.getBoundingClientRect().bottom > foot.getBoundingClientRect().top
      if (isBehind || focused.matches('[aria-invalid="true"]')) focused.scrollIntoView({ block: 'nearest' })
    }
    const observer = new ResizeObserver(() => {
      place.style.setProperty('--tl-foot', `${foot.offsetHeight}px`)
      const focused = place.querySelector(':is(fieldset, .tl-tasks) :focus')
      if (focused) keepAbove(focused)
    })
    observer.observe(foot)
    // Only for the keyboard focus: a button that moves under the mouse would miss the click.
    const onFocus = ({ target }: FocusEvent) => {
      if (isElement(target) && target.matches(':is(fieldset, .tl-tasks) :focus-visible')) keepAbove(target)
    }
    place.addEventListener('focusin', onFocus)
    return () => {
      observer.disconnect()
      place.removeEventListener('focusin', onFocus)
      // The next card may have no foot.
      place.style.removeProperty('--tl-foot')
    }
  }, [buttonRef])
}
