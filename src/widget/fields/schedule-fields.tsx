import { useId } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { fixedSchedule } from '../../core/fields/schedule/schedule-rule.ts'
import type { TaskDraft, TaskRequest } from '../../core/task-parts.ts'
import { scheduleDays } from '../../core/fields/schedule/schedule-days.ts'
import { scheduleWindow } from '../../core/fields/schedule/schedule-window.ts'
import { scheduledInstant } from '../../core/fields/schedule/schedule-draft.ts'
import { wallClock } from '../../core/time/zoned-time.ts'
import { Field, LockedHint } from '../controls/field.tsx'
import { useFormats, useLateMessages } from '../late/late-messages.ts'
import { useFieldRules } from '../form-model/form-rules.ts'
import { useTimeZone } from '../form-model/use-time-zone.ts'
import { usePanelSetting } from '../panel-setting.ts'
import { SchedulePresets } from './schedule-presets.tsx'
import { useMinute } from '../controls/use-minute.ts'

/** The schedule as an instant in words, with its time zone. */
export function ScheduleSummary() {
  return <span>{useScheduleWords()}</span>
}

function useScheduleWords(): string {
  const formats = useFormats()
  const timeZone = useTimeZone()
  const words = useLateMessages().when
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const schedule = useWatch({ control, name: 'schedule' })
  const now = useMinute()
  if (schedule.when === 'now') return words.now
  const { instant } = scheduledInstant(schedule, timeZone)
  if (!instant) return words.unfinished
  const aheadMs = instant.getTime() - now.getTime()
  if (aheadMs <= 0) return formats.instant(instant)
  return words.summary(formats.instant(instant), formats.fromNow(aheadMs))
}

/** When the task starts: now, or at a day and time that Connect accepts. */
export function ScheduleFields({ horizonDays }: { readonly horizonDays: number }) {
  const words = useLateMessages().when
  const { control, register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const when = useWatch({ control, name: 'schedule.when' })
  const fixed = fixedSchedule(useFieldRules())
  const lockedId = useId()
  const choices = fixed ? [fixed] : (['now', 'later'] as const)
  return (
    <div className="tl-stack">
      <fieldset className="tl-choices tl-inline" aria-describedby={fixed ? lockedId : undefined}>
        <legend className="tl-visually-hidden">{words.legend}</legend>
        {choices.map((choice) => (
          <label key={choice} className="tl-chip">
            <input {...register('schedule.when')} type="radio" value={choice} />
            <span>{words[choice]}</span>
          </label>
        ))}
        {fixed && <LockedHint id={lockedId} />}
      </fieldset>
      {when === 'later' && (
        <>
          <SchedulePresets horizonDays={horizonDays} />
          <DayAndTime horizonDays={horizonDays} />
        </>
      )}
    </div>
  )
}

function DayAndTime({ horizonDays }: { readonly horizonDays: number }) {
  const { zone } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().when
  const { control, register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: 'schedule' })
  const zoneHint = typeof zone === 'string' ? words.zone : words.zoneUnknown
  return (
    <>
      <DayChoices horizonDays={horizonDays} />
      <Field label={words.time} error={errors.schedule?.time?.message} hint={zoneHint(formats.zone)}>
        {(props) => <input {...props} {...register('schedule.time')} type="time" />}
      </Field>
      <Occurrence />
      <p className="tl-truth" role="status">
        <ScheduleSummary />
      </p>
    </>
  )
}

/** Exactly the days that overlap the window, in one strip: six days need no calendar. */
function DayChoices({ horizonDays }: { readonly horizonDays: number }) {
  const { zone } = usePanelSetting()
  const formats = useFormats()
  const words = useLateMessages().when
  const { register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const now = useMinute()
  const today = wallClock(now, zone).date
  const days = scheduleDays(scheduleWindow(now, horizonDays), zone)
  return (
    <fieldset className="tl-days">
      <legend>{words.day}</legend>
      {days.map((day) => (
        <label key={day} className="tl-chip">
          <input {...register('schedule.date')} type="radio" value={day} />
          <span>
            <span>{formats.day(day)}</span>
            {day === today && <span className="tl-hint">{words.today}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** Asked only where the clocks go back: the same wall-clock time, an hour apart. */
function Occurrence() {
  const formats = useFormats()
  const timeZone = useTimeZone()
  const words = useLateMessages().when
  const { control, register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { date, time } = useWatch({ control, name: 'schedule' })
  const placed = timeZone.clockTime(`${date}T${time}`)
  if (placed.occurs !== 'twice') return null
  return (
    <fieldset className="tl-choices">
      <legend>{words.twice}</legend>
      <label>
        <input {...register('schedule.occurrence')} type="radio" value="first" />
        <span>{words.first(formats.instant(placed.first))}</span>
      </label>
      <label>
        <input {...register('schedule.occurrence')} type="radio" value="second" />
        <span>{words.second(formats.instant(placed.second))}</span>
      </label>
    </fieldset>
  )
}
