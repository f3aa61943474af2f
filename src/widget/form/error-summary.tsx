import { useEffect, useRef, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext, useFormState } from 'react-hook-form'
import type { TaskRequest, TaskDraft } from '../../core/task-parts.ts'
import { focusControl } from '../controls/focus-control.ts'
import { sectionOf, type FormPath } from '../form-model/form-path.ts'
import { useLateMessages } from '../late/late-messages.ts'
import { listErrors } from '../form-model/list-errors.ts'
import { usePanelSetting } from '../panel-setting.ts'
import type { SectionName } from './section-name.ts'
import { takeFocus } from '../controls/take-focus.ts'

export interface ErrorSummaryProps {
  /** The number of refused submits; each one moves the focus to the summary once. */
  readonly refusals: number
  readonly formRef: RefObject<HTMLFormElement | null>
  /** The list of contacts, if the complaint about the link leads there. */
  readonly chooserRef: RefObject<HTMLSelectElement | null> | undefined
  readonly onOpen: (section: SectionName) => void
}

/** All complaints, each with a button that leads to its field. */
export function ErrorSummary({ refusals, formRef, chooserRef, onOpen }: ErrorSummaryProps) {
  const { messages } = usePanelSetting()
  const late = useLateMessages()
  const words = late.errors
  const headingRef = useRef<HTMLHeadingElement>(null)
  const { control, getValues } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors, isSubmitted } = useFormState({ control })
  const complaints = isSubmitted ? listErrors(errors, getValues(), { messages, late }) : []
  useEffect(() => {
    if (refusals > 0) takeFocus(headingRef.current)
  }, [refusals])
  if (complaints.length === 0) return null
  const goTo = (path: FormPath) => {
    if (path === 'link' && chooserRef) {
      chooserRef.current?.focus()
      return
    }
    const section = sectionOf(path)
    // The field must be open before it can take the focus.
    if (section) flushSync(() => onOpen(section))
    if (formRef.current) focusControl(formRef.current, path)
  }
  return (
    <section className="tl-error-summary" aria-label={words.summary(complaints.length)}>
      <h3 ref={headingRef} tabIndex={-1}>
        {words.summary(complaints.length)}
      </h3>
      <ul>
        {complaints.map(({ path, label, message }) => (
          <li key={path}>
            <button type="button" className="tl-link" onClick={() => goTo(path)}>
              {label}
            </button>
            <span>{`: ${message}`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
