import { useId } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { writtenDate } from '../../../core/time/written-date.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { useTimeZone } from '../../form-model/use-time-zone.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { DateSaid } from '../references/date-said.tsx'
import { referenceLooks } from '../references/reference-looks.ts'
import type { ValueProps } from './template-value-props.ts'

/** A date and time on the agent's clock. A default value is an instant (ISO 8601) and stays so until the agent changes it. */
export function DateValue({ index, props }: ValueProps) {
  const { locale } = usePanelSetting()
  const timeZone = useTimeZone()
  const { control, setValue, trigger } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const path = `references.${index}.value` as const
  const value = useWatch({ control, name: path })
  const shown = value.endsWith('Z') ? (writtenDate(value, { locale, timeZone }) ?? '') : value
  const saidId = useId()
  return (
    <>
      <input
        {...props}
        aria-describedby={[props['aria-describedby'] ?? '', saidId].join(' ').trim()}
        {...referenceLooks.DATE.input}
        name={path}
        autoComplete="off"
        value={shown}
        onChange={({ currentTarget }) =>
          setValue(path, currentTarget.value, { shouldDirty: true, shouldTouch: true })
        }
        onBlur={() => void trigger(path)}
      />
      <DateSaid id={saidId} index={index} />
    </>
  )
}
