import { useFormats } from '../../late/late-messages.ts'
import { useMemo } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { scheduleHorizonDaysDefault } from '../../../core/fields/schedule/horizon.ts'
import { latestStart } from '../../../core/fields/schedule/latest-start.ts'
import {
  isTime,
  scheduledInstant,
  withoutWords,
  type ScheduleDraft,
} from '../../../core/fields/schedule/schedule-draft.ts'
import type { Issue } from '../../../core/issues/issues.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { createClockFormats, type ClockFormats } from '../../../i18n/formats/clock-formats.ts'
import { dayWords } from './day-words.ts'
import { useMinute } from '../../controls/use-minute.ts'
import { useTimeZone } from '../../form-model/use-time-zone.ts'
import { useMe } from '../../setting/panel-queries.ts'
import { usePanelSetting } from '../../setting/panel-setting.ts'

/** True if day and time are complete. About an incomplete schedule the panel does not complain yet. */
const isWhole = ({ when, date, time }: ScheduleDraft) => when === 'now' || (date !== '' && isTime(time))

export interface ScheduleHandle {
  readonly schedule: ScheduleDraft
  /** The chosen day in words; empty as long as there is none. */
  readonly day: string
  /** Undefined if the task starts now, or if the day or time is missing. */
  readonly instant: Date | undefined
  /** The complaint about the day and the time. */
  readonly error: string | undefined
  /** The complaint that the agent's words are not understood. */
  readonly wordsError: string | undefined
  /** Sets the schedule, and shows its complaint at once. */
  readonly choose: (schedule: ScheduleDraft) => void
  /** Shows the schedule's complaint. Called when the agent leaves the fields. */
  readonly complain: () => void
  /** Sets the schedule while the agent types, without a new complaint. */
  readonly type: (schedule: ScheduleDraft) => void
}

export function useSchedule(): ScheduleHandle {
  const formats = useFormats()
  const timeZone = useTimeZone()
  const { control, setValue, getValues, trigger } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const schedule = useWatch({ control, name: 'schedule' })
  const { errors } = useFormState({ control, name: 'schedule' })
  const type = (next: ScheduleDraft) => setValue('schedule', next, { shouldDirty: true, shouldTouch: true })
  const { message: complaint, type: code } = errors.schedule?.time ?? {}
  const isAboutWords = code === ('schedule-words-unclear' satisfies Issue['code'])
  return {
    schedule,
    day: dayWords(schedule, timeZone, formats),
    instant: scheduledInstant(withoutWords(schedule), timeZone).instant,
    error: isAboutWords ? undefined : complaint,
    wordsError: isAboutWords ? complaint : undefined,
    choose: (next) => {
      type(next)
      // All complaints about the schedule are at `schedule.time`, because the chips are not registered with react-hook-form.
      if (isWhole(next) || complaint !== undefined) {
        // If the agent has set an expiry, it may be too early for the new start.
        const hasExpiry = getValues('expiry.amount') !== ''
        void trigger(hasExpiry ? ['schedule.time', 'expiry.amount'] : 'schedule.time')
      }
    },
    complain: () => void trigger('schedule.time'),
    type,
  }
}

export interface ScheduleSetting {
  readonly now: Date
  readonly horizonDays: number
  /** The last minute at which the task may start. */
  readonly latest: Date
}

/** The earliest and latest start. Both move on with the clock. */
export function useScheduleSetting(): ScheduleSetting {
  const now = useMinute()
  const horizonDays = useMe().data?.scheduleHorizonDays ?? scheduleHorizonDaysDefault
  return { now, horizonDays, latest: latestStart(now, horizonDays) }
}

export function useClockFormats(): ClockFormats {
  const { locale } = usePanelSetting()
  return useMemo(() => createClockFormats(locale), [locale])
}
