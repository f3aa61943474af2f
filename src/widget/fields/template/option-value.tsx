import { useFormContext, useWatch } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import type { ValueProps } from './template-value-props.ts'

interface OptionValueProps extends ValueProps {
  readonly options: readonly string[]
}

/** A list of a field's options. A value that is not among them stays until the agent chooses another. */
export function OptionValue({ index, isRequired, props, options }: OptionValueProps) {
  const words = useLateMessages().template
  const { control, register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const path = `references.${index}.value` as const
  const value = useWatch({ control, name: path })
  const isListed = value === '' || options.includes(value)
  return (
    // Controlled: an uncontrolled list would select another option if the selected one disappears.
    <select {...props} {...register(path)} value={value}>
      <option value="">{isRequired ? words.choose : words.notSet}</option>
      {!isListed && (
        <option value={value} dir="auto">
          {words.notListed(value)}
        </option>
      )}
      {options.map((option) => (
        <option key={option} value={option} dir="auto">
          {option}
        </option>
      ))}
    </select>
  )
}
