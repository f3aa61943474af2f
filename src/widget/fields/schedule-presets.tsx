import { useFormContext } from 'react-hook-form'
import { scheduleDays } from '../../core/fields/schedule/schedule-days.ts'
import { scheduleWindow } from '../../core/fields/schedule/schedule-window.ts'
import type { TaskRequest, TaskDraft } from '../../core/task-parts.ts'
import { wallClock } from '../../core/time/zoned-time.ts'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { usePanelSetting } from '../panel-setting.ts'

const minuteMs = 60_000
const morning = '09:00'

/** The most usual times, one press each. */
export function SchedulePresets({ horizonDays }: { readonly horizonDays: number }) {
  const { zone, now } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().when
  const { setValue } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const choose = (date: string, time: string) =>
    setValue(
      'schedule',
      { when: 'later', date, time, occurrence: 'first' },
      { shouldDirty: true, shouldValidate: true },
    )
  const chooseAhead = (minutes: number) => {
    // Rounded up to the next minute, because the wall clock has no seconds.
    const { date, time } = wallClock(new Date(now().getTime() + minutes * minuteMs + minuteMs - 1), zone)
    choose(date, time)
  }
  return (
    <div className="tl-inline">
      <button type="button" onClick={() => chooseAhead(30)}>
        {words.presetMinutes(30)}
      </button>
      <button type="button" onClick={() => chooseAhead(120)}>
        {words.presetHours(2)}
      </button>
      <button
        type="button"
        onClick={() => {
          const [, tomorrow] = scheduleDays(scheduleWindow(now(), horizonDays), zone)
          if (tomorrow) choose(tomorrow, morning)
        }}
      >
        {words.presetTomorrow(formats.time(morning))}
      </button>
    </div>
  )
}
