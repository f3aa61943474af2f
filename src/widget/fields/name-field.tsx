import { useFormContext, useFormState } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../core/task-parts.ts'
import { Field } from '../controls/field.tsx'
import { useFormRules } from '../form-model/form-rules.ts'
import { usePanelSetting } from '../panel-setting.ts'

export function NameField() {
  const { messages } = usePanelSetting()
  const { access } = useFormRules()
  const { register, control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors, dirtyFields, isSubmitted } = useFormState({ control, name: 'name' })
  // Leaving the empty field is no mistake; sending it is.
  const error = isSubmitted || dirtyFields.name ? errors.name?.message : undefined
  return (
    <Field label={messages.fields.name} error={error} access={access('name')} required>
      {(props) => <input {...props} {...register('name')} type="text" dir="auto" autoComplete="off" />}
    </Field>
  )
}
