import { wallClock } from '../../../core/time/zoned-time.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useClockFormats, useSchedule, type ScheduleSetting } from './use-schedule.ts'

export interface DayStripProps {
  readonly setting: ScheduleSetting
  readonly days: readonly string[]
  readonly onChoose: (date: string) => void
}

/** A few days, one chip for each. */
export function DayStrip({ setting, days, onChoose }: DayStripProps) {
  const { zone } = usePanelSetting()
  const words = useLateMessages().when
  const { schedule } = useSchedule()
  const today = wallClock(setting.now, zone).date
  const { months } = useClockFormats()
  return (
    <fieldset className="tl-days">
      <legend>
        <span>{words.day}</span>
        {/* Screen readers read the month with each day. */}
        <span aria-hidden="true" className="tl-muted">
          {` ${months(days[0] ?? today, days.at(-1) ?? today)}`}
        </span>
      </legend>
      {days.map((day) => (
        <DayChip
          key={day}
          day={day}
          isToday={day === today}
          isChosen={day === schedule.date}
          onChoose={() => onChoose(day)}
        />
      ))}
    </fieldset>
  )
}

interface DayChipProps {
  readonly day: string
  readonly isToday: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** The chip shows a short date. Screen readers get the full date. */
function DayChip({ day, isToday, isChosen, onChoose }: DayChipProps) {
  const formats = useFormats()
  const words = useLateMessages().when
  const { dayNumber } = useClockFormats()
  return (
    <label className="tl-chip tl-press tl-day">
      <input type="radio" name="schedule.date" value={day} checked={isChosen} onChange={onChoose} />
      <span className="tl-visually-hidden">
        {isToday ? words.dayToday(formats.day(day)) : formats.day(day)}
      </span>
      <span aria-hidden="true" className="tl-hint" data-today={isToday || undefined}>
        {formats.weekday(day)}
      </span>
      <span aria-hidden="true">{dayNumber(day)}</span>
    </label>
  )
}
