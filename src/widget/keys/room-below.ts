import { isElement, isShadowRoot } from '../controls/dom-kinds.ts'

/** The element around this one, also where that is the host of a shadow tree. */
function around(element: Element): Element | null {
  const { parentNode } = element.assignedSlot ?? element
  if (isShadowRoot(parentNode)) return parentNode.host
  return isElement(parentNode) ? parentNode : null
}

/** The window that shows an element now. */
const windowOf = ({ ownerDocument }: Element) => ownerDocument.defaultView ?? window

/** The height in CSS pixels from the top of an element to the end of what the window and the scrolling parts around it show. */
function roomBelow(element: Element): number {
  const { body, documentElement } = element.ownerDocument
  let bottomPx = windowOf(element).innerHeight
  // The scrolling of `body` and `html` is that of the window.
  for (let part = around(element); part && part !== body; part = around(part)) {
    const isClipping = getComputedStyle(part).overflowY !== 'visible'
    if (isClipping && part !== documentElement)
      bottomPx = Math.min(bottomPx, part.getBoundingClientRect().bottom)
  }
  return bottomPx - element.getBoundingClientRect().top
}

/** Keeps `--tl-room` of an element at the height that it may have there: the page around the panel decides about that. */
export function keepRoomBelow(element: HTMLElement): () => void {
  const measure = () => element.style.setProperty('--tl-room', `${roomBelow(element)}px`)
  const view = windowOf(element)
  measure()
  view.addEventListener('resize', measure)
  // Captured, because the scrolling of a part does not bubble.
  view.addEventListener('scroll', measure, { capture: true, passive: true })
  return () => {
    view.removeEventListener('resize', measure)
    view.removeEventListener('scroll', measure, { capture: true })
  }
}
