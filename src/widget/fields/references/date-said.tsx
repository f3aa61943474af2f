import { useFormContext, useWatch } from 'react-hook-form'
import { writtenDate } from '../../../core/time/written-date.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { useTimeZone } from '../../form-model/use-time-zone.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useClockFormats } from '../when/use-schedule.ts'

interface DateSaidProps {
  readonly id: string
  /** The row of the references that holds the date. */
  readonly index: number
}

/** The chosen date as the panel writes dates. The input follows the browser's language, where 3/12 may be either day. */
export function DateSaid({ id, index }: DateSaidProps) {
  const { locale } = usePanelSetting()
  const timeZone = useTimeZone()
  const { dateAndTime } = useClockFormats()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const value = useWatch({ control, name: `references.${index}.value` })
  const local = writtenDate(value, { locale, timeZone })
  return (
    <p id={id} className="tl-hint tl-row-complaint" hidden={local === undefined}>
      {local !== undefined && dateAndTime(local)}
    </p>
  )
}
