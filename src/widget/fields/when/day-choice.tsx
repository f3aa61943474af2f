import { scheduleDays } from '../../../core/fields/schedule/schedule-days.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { DayField, type DayFieldProps } from './day-field.tsx'
import { DayStrip } from './day-strip.tsx'

/** Two weeks of days fit on the screen of a small panel. */
const mostDaysInStrip = 14

/** The days on which the task may start: as a strip of chips, or as a field if there are more than 14. */
export function DayChoice(props: Omit<DayFieldProps, 'days'>) {
  const { zone } = usePanelSetting()
  const days = scheduleDays(props.setting, zone)
  return days.length > mostDaysInStrip ? (
    <DayField {...props} days={days} />
  ) : (
    <DayStrip {...props} days={days} />
  )
}
