import { useEffect, useRef, type ReactNode } from 'react'
import { isNode } from './dom-kinds.ts'

export interface DropDownProps {
  /** The name, where the summary is an icon. */
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
      // Without the focus of the document, the agent has turned to another window, perhaps to look something up.
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
        // An agent who opens it to type something types next.
        if (currentTarget.open) currentTarget.querySelector('input')?.focus()
        else onClose?.()
      }}
    >
      <summary aria-label={label}>{summary}</summary>
      {/* With a tab index, a press on a text inside keeps the focus inside. */}
      <div tabIndex={-1}>{children}</div>
    </details>
  )
}
