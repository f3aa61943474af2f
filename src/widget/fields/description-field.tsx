import { useFormContext, useFormState } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../core/task-parts.ts'
import { Field } from '../controls/field.tsx'
import { useFormRules } from '../form-model/form-rules.ts'
import { usePanelSetting } from '../panel-setting.ts'

export function DescriptionField() {
  const { messages } = usePanelSetting()
  const { access, fields } = useFormRules()
  const { register, control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: 'description' })
  const isRequired = fields.description?.isRequired === true
  return (
    <Field
      label={messages.fields.description}
      error={errors.description?.message}
      access={access('description')}
      required={isRequired}
      optional={!isRequired}
    >
      {(props) => <textarea {...props} {...register('description')} dir="auto" rows={2} />}
    </Field>
  )
}
