import { useFormContext, useWatch } from 'react-hook-form'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { useLateMessages } from '../../late/late-messages.ts'
import type { ValueProps } from './template-value-props.ts'

interface OptionValueProps extends ValueProps {
  readonly options: readonly string[]
}

/** One of the options of a field. A value that is none of them stays until the agent chooses. */
export function OptionValue({ index, isRequired, props, options }: OptionValueProps) {
  const words = useLateMessages().template
  const { control, register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const path = `references.${index}.value` as const
  const value = useWatch({ control, name: path })
  const isListed = value === '' || options.includes(value)
  return (
    // Uncontrolled, a list that loses its selected option would select another one.
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
