import { scheduleDays } from '../../../core/fields/schedule/schedule-days.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { DayField, type DayFieldProps } from './day-field.tsx'
import { DayStrip } from './day-strip.tsx'

/** Two weeks of days fit on the screen of a small panel. */
const mostDaysInStrip = 14

/** Exactly the days that overlap the window: as a strip, or as a field where they are too many. */
export function DayChoice(props: Omit<DayFieldProps, 'days'>) {
  const { zone } = usePanelSetting()
  const days = scheduleDays(props.setting, zone)
  return days.length > mostDaysInStrip ? (
    <DayField {...props} days={days} />
  ) : (
    <DayStrip {...props} days={days} />
  )
}
