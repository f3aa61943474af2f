/**
 * Moves the focus to a new message, unless the agent is working elsewhere by now: the focus must not leave a word half
 * typed into the CCP's frame or into the page around the panel.
 */
export function takeFocus(element: HTMLElement | null): void {
  const { activeElement, body } = document
  const root = element?.getRootNode()
  const host = root instanceof ShadowRoot ? root.host : undefined
  const panel = element?.closest('.tl-panel')
  const isFree = !activeElement || activeElement === body || activeElement === host
  if (isFree || panel?.contains(activeElement)) element?.focus()
}
