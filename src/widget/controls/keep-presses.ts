import { isElement } from './dom-kinds.ts'

/** The controls that act on a click. A text field is not among them: it gets the focus when the pointer goes down. */
const clicked = 'button, summary, label, a[href]'

/** CSS pixels. A pointer that moves further has left the control on purpose. */
const stillPx = 4

interface Press {
  readonly control: HTMLElement
  readonly x: number
  readonly y: number
}

/**
 * A field that loses the focus may change its size and move the control under the pointer. The browser then sends no click, so
 * this function sends it, unless the pointer itself has moved. Returns a function that stops it.
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
