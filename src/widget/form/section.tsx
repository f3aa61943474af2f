import { useId, type ReactNode } from 'react'
import type { SectionName } from './section-name.ts'

export interface SectionProps {
  /** By which a complaint finds it. */
  readonly name: SectionName
  readonly title: string
  /** The whole section in one line, so that it can stay closed. */
  readonly summary: ReactNode
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly children: ReactNode
}

/** One line that says what is set, and expands in place to change it. */
export function Section({ name, title, summary, isOpen, onToggle, children }: SectionProps) {
  const titleId = useId()
  return (
    <details
      className="tl-section"
      data-section={name}
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      aria-labelledby={titleId}
    >
      <summary>
        <span className="tl-section-title" id={titleId}>
          {title}
        </span>
        <span className="tl-section-summary">{summary}</span>
      </summary>
      <div className="tl-section-body">{children}</div>
    </details>
  )
}
