import { useFormContext } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import { Field } from '../controls/field.tsx'
import { useFormRules } from '../form-model/rules/form-rules.ts'
import { useQuietError } from '../form-model/errors/use-quiet-error.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'

export function DescriptionField() {
  const { messages } = usePanelSetting()
  const { access, fields } = useFormRules()
  const { register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const error = useQuietError('description')
  const isRequired = fields.description?.isRequired === true
  return (
    <Field
      label={messages.fields.description}
      error={error}
      access={access('description')}
      required={isRequired}
      optional={!isRequired}
    >
      {(props) => <textarea {...props} {...register('description')} dir="auto" rows={2} />}
    </Field>
  )
}
