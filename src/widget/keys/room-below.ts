import { isElement, isShadowRoot } from '../controls/dom-kinds.ts'

/** The parent element. At the top of a shadow tree it is the host. */
function around(element: Element): Element | null {
  const { parentNode } = element.assignedSlot ?? element
  if (isShadowRoot(parentNode)) return parentNode.host
  return isElement(parentNode) ? parentNode : null
}

/** The window that shows an element now. */
const windowOf = ({ ownerDocument }: Element) => ownerDocument.defaultView ?? window

/**
 * The height in CSS pixels from the top of an element to the end of the visible part: of the window and of each scrolling
 * element around it.
 */
function roomBelow(element: Element): number {
  const { body, documentElement } = element.ownerDocument
  let bottomPx = windowOf(element).innerHeight
  // `body` and `html` scroll with the window.
  for (let part = around(element); part && part !== body; part = around(part)) {
    const isClipping = getComputedStyle(part).overflowY !== 'visible'
    if (isClipping && part !== documentElement)
      bottomPx = Math.min(bottomPx, part.getBoundingClientRect().bottom)
  }
  return bottomPx - element.getBoundingClientRect().top
}

/** Keeps `--tl-room` of an element up to date: the height that fits below its top. It depends on the page around the panel. */
export function keepRoomBelow(element: HTMLElement): () => void {
  const measure = () => element.style.setProperty('--tl-room', `${roomBelow(element)}px`)
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
