import { useEffect, useRef, type ReactNode } from 'react'
import { isNode } from './dom-kinds.ts'

export interface DropDownProps {
  /** The accessible name, if the summary is only an icon. */
  readonly label?: string
  readonly summary: ReactNode
  readonly children: ReactNode
  readonly onClose?: () => void
}

/** Opens over the fields below it, so that they stay in their place, and closes when the focus goes on to them. */
export function DropDown({ label, summary, children, onClose }: DropDownProps) {
  const detailsRef = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const details = detailsRef.current
    const closeBehind = ({ relatedTarget }: FocusEvent) => {
      const isInside = isNode(relatedTarget) && details?.contains(relatedTarget)
      // If the document has no focus, the agent has gone to another window, perhaps to look something up: stay open.
      if (details && !isInside && details.ownerDocument.hasFocus()) details.open = false
    }
    details?.addEventListener('focusout', closeBehind)
    return () => details?.removeEventListener('focusout', closeBehind)
  }, [])
  return (
    <details
      ref={detailsRef}
      className="tl-drop-down"
      onToggle={({ currentTarget }) => {
        // If there is a field, the agent opened this to type in it.
        if (currentTarget.open) currentTarget.querySelector('input')?.focus()
        else onClose?.()
      }}
    >
      <summary aria-label={label}>{summary}</summary>
      {/* The tab index keeps the focus inside when the agent clicks on a text. */}
      <div tabIndex={-1}>{children}</div>
    </details>
  )
}
