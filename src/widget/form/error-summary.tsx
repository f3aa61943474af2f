import { useId } from 'react'
import { Icon } from '../controls/icons/icon.tsx'
import { sectionOf, type FormPath } from '../form-model/errors/form-path.ts'
import type { Complaint } from '../form-model/errors/list-errors.ts'
import { useFormRules } from '../form-model/rules/form-rules.ts'
import { useLateMessages } from '../late/late-messages.ts'
import type { OpenSections } from './use-open-sections.ts'

export interface ErrorSummaryProps {
  readonly complaints: readonly Complaint[]
  readonly sections: OpenSections
  readonly onGoTo: (path: FormPath) => void
  /** A notice around it has the heading. */
  readonly isInNotice: boolean
}

/**
 * The fields to mend, each with a button that leads to it. The field shows its complaint. The summary repeats it while the
 * section is closed, and for a file.
 */
export function ErrorSummary({ complaints, sections, onGoTo, isInNotice }: ErrorSummaryProps) {
  const words = useLateMessages().errors
  const { access } = useFormRules()
  const headingId = useId()
  const isTold = (path: FormPath) => {
    if (path.startsWith('attachments.')) return true
    const section = sectionOf(path)
    return section !== undefined && access(section) !== 'hidden' && !sections.isOpen(section)
  }
  const heading = words.summary(complaints.length)
  const list = (
    <ul>
      {complaints.map(({ path, label, message }) => (
        <li key={path}>
          <button type="button" className="tl-link" onClick={() => onGoTo(path)}>
            <bdi>{label}</bdi>
          </button>
          {isTold(path) && <span>{`: ${message}`}</span>}
        </li>
      ))}
    </ul>
  )
  if (isInNotice) {
    return (
      <section className="tl-complaints" aria-labelledby={headingId}>
        <p id={headingId}>{heading}</p>
        {list}
      </section>
    )
  }
  return (
    <section className="tl-notice" data-tone="danger" aria-labelledby={headingId}>
      <Icon name="problem" />
      <div className="tl-notice-text tl-complaints">
        <h3 id={headingId}>{heading}</h3>
        {list}
      </div>
    </section>
  )
}
