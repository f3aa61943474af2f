import { useId, type ReactNode } from 'react'
import { Late } from '../late/late.tsx'
import type { SectionName } from '../form-model/form-fields.ts'

export interface SectionProps {
  /** The name by which a complaint finds the section. */
  readonly name: SectionName | 'more'
  readonly title: string
  /** The whole section in one line, so that it can stay closed. */
  readonly summary: ReactNode
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
  readonly children: ReactNode
}

/** A section: one line with the present setting. It opens below the line. */
export function Section({ name, title, summary, isOpen, onToggle, children }: SectionProps) {
  const titleId = useId()
  return (
    <details
      className="tl-section"
      part="section"
      data-section={name}
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      aria-labelledby={titleId}
    >
      <summary>
        <span className="tl-section-icon">
          <Late fallback={null}>{({ Icon }) => <Icon name={name} />}</Late>
        </span>
        <span className="tl-section-title" id={titleId}>
          {title}
        </span>
        <span className="tl-section-summary">{summary}</span>
      </summary>
      <div className="tl-section-body">{children}</div>
    </details>
  )
}
