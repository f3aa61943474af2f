import { useFormContext, useFormState } from 'react-hook-form'
import { accessTo } from '../../../core/fields/field-rule.ts'
import { referenceRule } from '../../../core/fields/references/references-rule.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { Field } from '../../controls/field.tsx'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import { referenceLooks } from '../references/reference-looks.ts'
import { DateValue } from './date-value.tsx'
import { LockedValue } from './locked-value.tsx'
import { OptionValue } from './option-value.tsx'
import type { ValueProps } from './template-value-props.ts'
import { YesNoValue } from './yes-no-value.tsx'

export interface TemplateValueProps {
  /** The row of the references that holds the value. */
  readonly index: number
  readonly name: string
  readonly description: string | undefined
}

/** One field of a template, with the control that its values need. */
export function TemplateValue({ index, name, description }: TemplateValueProps) {
  const { references: words } = useLateMessages()
  const rule = referenceRule(useFieldRules(), name)
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: `references.${index}.value` })
  const access = accessTo(rule)
  const isOpen = access === 'editable'
  const isRequired = rule.isRequired === true
  const usualHint = rule.type === undefined ? undefined : words.kinds[rule.type].hint
  const hint = description ?? (isOpen ? usualHint : undefined)
  const error = errors.references?.[index]?.value?.message
  const shown = { index, rule, isRequired }
  if (isOpen && rule.form?.type === 'boolean') {
    return <YesNoValue {...shown} label={name} hint={hint} error={error} />
  }
  return (
    <Field
      isWritten
      label={name}
      hint={hint === '' ? undefined : hint}
      error={error}
      access={access}
      required={isRequired}
      optional={isOpen && !isRequired}
    >
      {(props) =>
        isOpen ? <OpenValue {...shown} props={props} /> : <LockedValue {...shown} props={props} />
      }
    </Field>
  )
}

function OpenValue(shown: ValueProps) {
  const { index, rule, props } = shown
  const { register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { type = 'STRING', form } = rule
  if (form?.type === 'options') return <OptionValue {...shown} options={form.options} />
  if (type === 'DATE') return <DateValue {...shown} />
  const value = register(`references.${index}.value`)
  if (form?.type === 'text') {
    return <textarea {...props} {...value} className="tl-growing" dir="auto" rows={2} />
  }
  return <input {...props} {...value} {...referenceLooks[type].input} autoComplete="off" />
}
