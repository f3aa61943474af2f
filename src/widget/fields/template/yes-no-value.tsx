import { useId } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { FieldError } from '../../controls/field.tsx'
import { useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import type { RuledValue } from './template-value-props.ts'

interface YesNoValueProps extends RuledValue {
  readonly label: string
  readonly hint: string | undefined
  readonly error: string | undefined
}

/** Yes or no. Neither is chosen until the agent does so. */
export function YesNoValue({ index, isRequired, label, hint, error }: YesNoValueProps) {
  const { messages } = usePanelSetting()
  const words = useLateMessages().template
  const { control, setValue, formState } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const path = `references.${index}.value` as const
  const value = useWatch({ control, name: path })
  const id = useId()
  const choices = [
    { value: 'true', label: words.yes },
    { value: 'false', label: words.no },
    ...(isRequired ? [] : [{ value: '', label: words.notSet }]),
  ]
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div
      className="tl-field tl-yes-no"
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      aria-describedby={described || undefined}
      aria-required={isRequired || undefined}
      aria-invalid={error ? true : undefined}
    >
      <p id={`${id}-label`}>
        <bdi>{label}</bdi>
        {!isRequired && !error && <span className="tl-muted">{` (${messages.fields.optional})`}</span>}
      </p>
      <div className="tl-inline">
        {choices.map((choice) => (
          <label key={choice.value} className="tl-chip tl-press">
            <input
              type="radio"
              name={path}
              value={choice.value}
              checked={value === choice.value}
              onChange={() =>
                setValue(path, choice.value, {
                  shouldDirty: true,
                  shouldTouch: true,
                  shouldValidate: formState.isSubmitted || error !== undefined,
                })
              }
              onKeyDown={(event) => {
                // Enter would submit the form.
                if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) event.preventDefault()
              }}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {hint && (
        <p className="tl-hint" id={`${id}-hint`} dir="auto">
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  )
}
