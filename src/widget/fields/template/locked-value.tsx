import { useFormContext, useWatch } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import type { RuledValue, ValueProps } from './template-value-props.ts'

/** A value that the agent can read but not change, in the format of their language. */
export function LockedValue({ index, rule, props }: ValueProps) {
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const value = useWatch({ control, name: `references.${index}.value` })
  const shown = useShown(value, rule)
  const isLong = rule.form?.type === 'text'
  const name = `references.${index}.value`
  return isLong ? (
    <textarea {...props} name={name} className="tl-growing" dir="auto" rows={2} value={shown} readOnly />
  ) : (
    <input {...props} name={name} type="text" dir="auto" value={shown} readOnly />
  )
}

function useShown(value: string, { type, form }: RuledValue['rule']): string {
  const formats = useFormats()
  const words = useLateMessages().template
  if (form?.type === 'boolean') return value === 'true' ? words.yes : words.no
  const instant = new Date(value)
  return type === 'DATE' && !Number.isNaN(instant.getTime()) ? formats.instant(instant) : value
}
