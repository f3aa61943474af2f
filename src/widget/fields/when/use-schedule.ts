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

/** The agent is still choosing the rest of an unfinished schedule, so nothing is said about it yet. */
const isWhole = ({ when, date, time }: ScheduleDraft) => when === 'now' || (date !== '' && isTime(time))

export interface ScheduleHandle {
  readonly schedule: ScheduleDraft
  /** The chosen day in words; empty as long as there is none. */
  readonly day: string
  /** Undefined for now, and as long as something is missing. */
  readonly instant: Date | undefined
  /** The complaint about the day and the time. */
  readonly error: string | undefined
  /** The complaint that the agent's words are not understood. */
  readonly wordsError: string | undefined
  /** Takes a schedule, and says at once why it cannot be. */
  readonly choose: (schedule: ScheduleDraft) => void
  /** Says why the schedule cannot be, when the agent turns away from it. */
  readonly complain: () => void
  /** Takes a schedule that is still being typed. */
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
      // The complaint is about this one place; the chips are not registered with react-hook-form.
      if (isWhole(next) || complaint !== undefined) {
        // An expiry of the agent's own may be too early for the new start.
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

/** The times between which the agent may choose, as they move on. */
export function useScheduleSetting(): ScheduleSetting {
  const now = useMinute()
  const horizonDays = useMe().data?.scheduleHorizonDays ?? scheduleHorizonDaysDefault
  return { now, horizonDays, latest: latestStart(now, horizonDays) }
}

export function useClockFormats(): ClockFormats {
  const { locale } = usePanelSetting()
  return useMemo(() => createClockFormats(locale), [locale])
}
