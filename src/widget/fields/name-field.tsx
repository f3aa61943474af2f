import { useFormContext } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import { Field } from '../controls/field.tsx'
import { useFormRules } from '../form-model/rules/form-rules.ts'
import { useQuietError } from '../form-model/errors/use-quiet-error.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'

export function NameField() {
  const { messages } = usePanelSetting()
  const { access } = useFormRules()
  const { register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const error = useQuietError('name')
  return (
    <Field label={messages.fields.name} error={error} access={access('name')} required>
      {(props) => <input {...props} {...register('name')} type="text" dir="auto" autoComplete="off" />}
    </Field>
  )
}
