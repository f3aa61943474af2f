import { scheduleDays } from '../../../core/fields/schedule/schedule-days.ts'
import { wallClock } from '../../../core/time/zoned-time.ts'
import { Field } from '../../controls/field.tsx'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'
import { useClockFormats, useSchedule, type ScheduleSetting } from './use-schedule.ts'

/** Two weeks of days fit on the screen of a small panel; later ones are chosen in a calendar. */
const mostDaysInStrip = 14

export interface DayStripProps {
  readonly setting: ScheduleSetting
  readonly onChoose: (date: string) => void
}

/** Exactly the days that overlap the window: today and the next ones as a strip, and later ones by their date. */
export function DayStrip({ setting, onChoose }: DayStripProps) {
  const { zone } = usePanelSetting()
  const words = useLateMessages().when
  const { schedule } = useSchedule()
  const { now, latest } = setting
  const days = scheduleDays({ now, latest }, zone)
  const today = wallClock(now, zone).date
  const inStrip = days.slice(0, mostDaysInStrip)
  const { months } = useClockFormats()
  return (
    <>
      <fieldset className="tl-days">
        <legend>
          <span>{words.day}</span>
          {/* Screen readers read the month with each day. */}
          <span aria-hidden="true" className="tl-muted">
            {` ${months(inStrip[0] ?? today, inStrip.at(-1) ?? today)}`}
          </span>
        </legend>
        {inStrip.map((day) => (
          <DayChip
            key={day}
            day={day}
            isToday={day === today}
            isChosen={day === schedule.date}
            onChoose={() => onChoose(day)}
          />
        ))}
      </fieldset>
      {days.length > inStrip.length && (
        <Field label={words.otherDay}>
          {(props) => (
            <input
              {...props}
              type="date"
              min={days[0]}
              max={days.at(-1)}
              value={schedule.date}
              onChange={(event) => onChoose(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
    </>
  )
}

interface DayChipProps {
  readonly day: string
  readonly isToday: boolean
  readonly isChosen: boolean
  readonly onChoose: () => void
}

/** Short on the screen, where the days stand in their order; whole for screen readers. */
function DayChip({ day, isToday, isChosen, onChoose }: DayChipProps) {
  const formats = useFormats()
  const words = useLateMessages().when
  const { dayNumber } = useClockFormats()
  return (
    <label className="tl-chip tl-press tl-day">
      <input type="radio" name="schedule.date" value={day} checked={isChosen} onChange={onChoose} />
      <span className="tl-visually-hidden">
        {isToday ? `${formats.day(day)} ${words.today}` : formats.day(day)}
      </span>
      <span aria-hidden="true" className="tl-hint" data-today={isToday || undefined}>
        {formats.weekday(day)}
      </span>
      <span aria-hidden="true">{dayNumber(day)}</span>
    </label>
  )
}
