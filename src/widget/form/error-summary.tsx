import { useId } from 'react'
import { Icon } from '../controls/icons/icon.tsx'
import type { ComplaintAt } from '../form-model/errors/complaint.ts'
import { useLateMessages } from '../late/late-messages.ts'

export interface ErrorSummaryProps<Path extends string> {
  readonly complaints: readonly ComplaintAt<Path>[]
  /** True if the field does not show its complaint now. */
  readonly isUnseen: (path: Path) => boolean
  /** The agent cannot change the field, so nothing leads there. */
  readonly isLocked: (path: Path) => boolean
  readonly onGoTo: (path: Path) => void
  /** The notice around the summary has the heading. */
  readonly isInNotice: boolean
}

/**
 * A list of the fields to correct, each with a button that leads to the field. It repeats a complaint only if the field's
 * section is closed, or if the complaint is the reason of a refusal.
 */
export function ErrorSummary<Path extends string>(props: ErrorSummaryProps<Path>) {
  const { complaints, isUnseen, isLocked, onGoTo, isInNotice } = props
  const words = useLateMessages().errors
  const headingId = useId()
  const heading = words.summary(complaints.length)
  const list = (
    <ul>
      {complaints.map(({ path, label, message }) => (
        <li key={path}>
          {isLocked(path) ? (
            <bdi>{label}</bdi>
          ) : (
            <button type="button" className="tl-link" onClick={() => onGoTo(path)}>
              <bdi>{label}</bdi>
            </button>
          )}
          {(isInNotice || isUnseen(path)) && <span>{words.after(label, message)}</span>}
        </li>
      ))}
    </ul>
  )
  if (isInNotice) {
    return (
      <section className="tl-complaints" aria-label={heading}>
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
