import { useEffect, useRef, type RefObject } from 'react'
import { frontOf, type Desk } from '../../drafts/desk/desk.ts'

/**
 * Scrolls to the contact at the top when another draft comes to the front, so that the agent sees which contact it is about.
 */
export function useContactInView(desk: Desk): RefObject<HTMLDivElement | null> {
  const partRef = useRef<HTMLDivElement>(null)
  const { id, contact } = frontOf(desk)
  const shown = `${id} ${contact?.contactId ?? ''}`
  const lastShown = useRef(shown)
  useEffect(() => {
    if (lastShown.current === shown) return
    lastShown.current = shown
    const panel = partRef.current?.closest('.tl-panel')
    if (!panel) return
    const { top, bottom } = panel.getBoundingClientRect()
    // If the panel is out of view, do not scroll the page to it.
    if (top < (panel.ownerDocument.defaultView?.innerHeight ?? 0) && bottom > 0)
      panel.querySelector('.tl-contact')?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return partRef
}
