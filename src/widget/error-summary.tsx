import { useEffect, useRef } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { TaskRequest } from '../core/task.ts'
import type { TaskDraft } from '../core/task-draft.ts'
import type { FormPath } from './form-path.ts'
import { listErrors } from './list-errors.ts'
import { usePanelSetting } from './panel-setting.ts'
import { takeFocus } from './take-focus.ts'

export interface ErrorSummaryProps {
  /** Counts the refused submits; each one brings the summary to the agent's attention once. */
  readonly refusals: number
  readonly onChoose: (path: FormPath) => void
}

/** Everything that keeps the task from being created, each a way to the field it is about. */
export function ErrorSummary({ refusals, onChoose }: ErrorSummaryProps) {
  const { messages } = usePanelSetting()
  const headingRef = useRef<HTMLHeadingElement>(null)
  const { control, getValues } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors, isSubmitted } = useFormState({ control })
  const complaints = isSubmitted ? listErrors(errors, getValues(), messages) : []
  useEffect(() => {
    if (refusals > 0) takeFocus(headingRef.current)
  }, [refusals])
  if (complaints.length === 0) return null
  return (
    <section className="tl-error-summary" aria-label={messages.errors.summary(complaints.length)}>
      <h3 ref={headingRef} tabIndex={-1}>
        {messages.errors.summary(complaints.length)}
      </h3>
      <ul>
        {complaints.map(({ path, label, message }) => (
          <li key={path}>
            <button type="button" className="tl-link" onClick={() => onChoose(path)}>
              {label}
            </button>
            {': '}
            {message}
          </li>
        ))}
      </ul>
    </section>
  )
}
