import { isElement, isShadowRoot } from './dom-kinds.ts'

/** The parent element. At the top of a shadow tree it is the host. */
function around(element: Element): Element | null {
  const { parentNode } = element.assignedSlot ?? element
  if (isShadowRoot(parentNode)) return parentNode.host
  return isElement(parentNode) ? parentNode : null
}

/** The window that shows an element now. */
const windowOf = ({ ownerDocument }: Element) => ownerDocument.defaultView ?? window

/** Where the visible part begins and ends: of the window and of each scrolling element around an element. */
export function shownPart(element: Element): { readonly topPx: number; readonly bottomPx: number } {
  const { body, documentElement } = element.ownerDocument
  let topPx = 0
  let bottomPx = windowOf(element).innerHeight
  // `body` and `html` scroll with the window.
  for (let part = around(element); part && part !== body; part = around(part)) {
    if (part === documentElement || getComputedStyle(part).overflowY === 'visible') continue
    const box = part.getBoundingClientRect()
    topPx = Math.max(topPx, box.top)
    bottomPx = Math.min(bottomPx, box.bottom)
  }
  return { topPx, bottomPx }
}

/** Measures now, and again whenever the visible part may have changed. Returns the way to stop it. */
export function watchShownPart(element: Element, measure: () => void): () => void {
  const view = windowOf(element)
  measure()
  view.addEventListener('resize', measure)
  // `capture`, because the scroll event of an element does not bubble.
  view.addEventListener('scroll', measure, { capture: true, passive: true })
  return () => {
    view.removeEventListener('resize', measure)
    view.removeEventListener('scroll', measure, { capture: true })
  }
}
