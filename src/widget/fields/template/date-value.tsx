import { useEffect } from 'react'
import { useFormContext } from 'react-hook-form'
import { writtenDate } from '../../../core/time/written-date.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { useTimeZone } from '../../form-model/use-time-zone.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { inputByType } from '../reference-input.ts'
import type { ValueProps } from './template-value-props.ts'

/** A date and time on the agent's clock. */
export function DateValue({ index, props }: ValueProps) {
  const { locale } = usePanelSetting()
  const timeZone = useTimeZone()
  const { register, getValues, setValue } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const path = `references.${index}.value` as const
  useEffect(() => {
    // A default is an instant, and the input shows a wall-clock time.
    const value = getValues(path)
    if (!value.endsWith('Z')) return
    const local = writtenDate(value, { locale, timeZone })
    if (local !== undefined) setValue(path, local)
  }, [path, locale, timeZone, getValues, setValue])
  return <input {...props} {...register(path)} {...inputByType.DATE} autoComplete="off" />
}
