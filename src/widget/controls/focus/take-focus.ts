import { isShadowRoot } from '../dom-kinds.ts'
/**
 * Moves the focus to a new message, unless the agent is working elsewhere by now: the focus must not leave a word half
 * typed into the CCP's frame or into the page around the panel.
 */
export function takeFocus(element: HTMLElement | null): void {
  if (!element) return
  const { activeElement, body } = element.ownerDocument
  const isFree = !activeElement || activeElement === body
  if (isFree || isFocusAtPanelOf(element)) element.focus()
}

/** The document knows only the outermost host of a focused element, which may be an element of the page. */
function isFocusAtPanelOf(element: HTMLElement): boolean {
  const root = element.getRootNode()
  const panel = isShadowRoot(root) ? root.host : element.closest('.tl-panel')
  return panel?.matches(':focus-within') === true
}
