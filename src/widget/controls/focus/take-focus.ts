import { isShadowRoot } from '../dom-kinds.ts'
/** Moves the focus to a new message, unless the agent now types in the CCP's frame or in the page around the panel. */
export function takeFocus(element: HTMLElement | null): void {
  if (!element) return
  const { activeElement, body } = element.ownerDocument
  const isFree = !activeElement || activeElement === body
  if (isFree || isFocusAtPanelOf(element)) element.focus()
}

/** `document.activeElement` is only the outermost shadow host of the focused element, and that host may belong to the page. */
function isFocusAtPanelOf(element: HTMLElement): boolean {
  const root = element.getRootNode()
  const panel = isShadowRoot(root) ? root.host : element.closest('.tl-panel')
  return panel?.matches(':focus-within') === true
}
