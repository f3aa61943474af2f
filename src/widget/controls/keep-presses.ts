import { isElement } from './dom-kinds.ts'

/** The controls that act on a click. A text field has the focus from the beginning of the press. */
const clicked = 'button, summary, label, a[href]'

/** CSS pixels. A pointer that moves further has left the control on purpose. */
const stillPx = 4

interface Press {
  readonly control: HTMLElement
  readonly x: number
  readonly y: number
}

/**
 * A field that loses the focus may change its size and move the control that is being pressed. The browser then makes no
 * click, so this makes it, as long as the pointer itself stayed where it was. Returns how to stop.
 */
export function keepPresses(place: HTMLElement): () => void {
  let press: Press | undefined
  const begin = ({ button, target, clientX: x, clientY: y }: MouseEvent) => {
    const control = button === 0 && isElement(target) && target.closest<HTMLElement>(clicked)
    press = control ? { control, x, y } : undefined
  }
  const end = ({ target, clientX, clientY }: MouseEvent) => {
    const begun = press
    press = undefined
    if (!begun?.control.isConnected || (isElement(target) && begun.control.contains(target))) return
    if (Math.hypot(clientX - begun.x, clientY - begun.y) <= stillPx) begun.control.click()
  }
  place.addEventListener('mousedown', begin, true)
  place.addEventListener('mouseup', end, true)
  return () => {
    place.removeEventListener('mousedown', begin, true)
    place.removeEventListener('mouseup', end, true)
  }
}
