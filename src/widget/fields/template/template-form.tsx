import { useLayoutEffect } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { Contact } from '../../../core/contact/contact.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { templateIdOf } from '../../form-model/rules/draft-rules.ts'
import { useFormRules } from '../../form-model/rules/form-rules.ts'
import type { TemplateReading } from '../../form-model/rules/template-reading.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { ReadFailure } from '../../outcome/failure/read-failure.tsx'
import { TemplateFields } from './template-fields.tsx'
import { useTemplate } from './use-template.ts'

export interface TemplateFormProps {
  readonly contact: Contact | undefined
  readonly onReading: (reading: TemplateReading) => void
}

/** The fields of the chosen template. Nothing if the task goes to a flow, or to a quick connect without a template. */
export function TemplateForm({ contact, onReading }: TemplateFormProps) {
  const words = useLateMessages().template
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const templateId = templateIdOf({ destination: useWatch({ control, name: 'destination' }) })
  const { data, error, refetch } = useTemplate(templateId)
  const template = templateId === undefined ? undefined : data
  // Before the browser paints, so that a template that has been read already is shown at once.
  useLayoutEffect(() => {
    onReading({
      ...(templateId === undefined ? {} : { templateId }),
      ...(template ? { template } : {}),
    })
  }, [onReading, templateId, template])
  const rules = useFormRules()
  if (templateId === undefined) return null
  const failure = error && error.failure.code !== 'unauthenticated' && (
    <ReadFailure error={error} lead={words.failed} isFirst={!template} onRetry={() => void refetch()} />
  )
  if (!template)
    return (
      failure || (
        <p role="status" className="tl-hint">
          {words.loading}
        </p>
      )
    )
  return (
    <>
      {failure}
      {rules.template === template && <TemplateFields template={template} contact={contact} />}
    </>
  )
}
