import { useFormContext, useFormState } from 'react-hook-form'
import type { TaskRequest } from '../../core/task-request.ts'
import type { TaskDraft } from '../../core/task-draft.ts'
import { Field } from '../controls/field.tsx'
import { useFormRules } from '../form-model/form-rules.ts'
import { usePanelSetting } from '../panel-setting.ts'

/** Name and description: the fields that every agent fills in first. */
export function WhatFields() {
  const { messages } = usePanelSetting()
  const { access, isDescriptionRequired } = useFormRules()
  const { register, control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors, dirtyFields, isSubmitted } = useFormState({ control, name: ['name', 'description'] })
  // Leaving the empty field is no mistake; sending it is.
  const nameError = isSubmitted || dirtyFields.name ? errors.name?.message : undefined
  return (
    <>
      <Field label={messages.fields.name} error={nameError} access={access.name} required>
        {(props) => <input {...props} {...register('name')} type="text" dir="auto" autoComplete="off" />}
      </Field>
      <Field
        label={messages.fields.description}
        error={errors.description?.message}
        access={access.description}
        required={isDescriptionRequired}
        optional={!isDescriptionRequired}
      >
        {(props) => <textarea {...props} {...register('description')} dir="auto" rows={2} />}
      </Field>
    </>
  )
}
