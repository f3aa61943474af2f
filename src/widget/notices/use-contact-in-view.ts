import { useEffect, useRef, type RefObject } from 'react'
import { frontOf, type Desk } from '../../drafts/desk/desk.ts'

/** Scrolls back to the contact when another one comes to the front: the name on top says what the form is about now. */
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
    // The page around is not scrolled to a panel that the agent does not see.
    if (top < (panel.ownerDocument.defaultView?.innerHeight ?? 0) && bottom > 0)
      panel.querySelector('.tl-contact')?.scrollIntoView({ block: 'nearest' })
  }, [shown])
  return partRef
}
