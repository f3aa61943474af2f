import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { plannedExpiry, usualExpiryMinutes } from '../../../core/fields/expiry/expiry.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { useSchedule, useScheduleSetting } from '../when/use-schedule.ts'

const minuteMs = 60_000

/**
 * If a task ends this soon after its start, it may end before anyone has worked on it: 2 days by Connect's default, 1 hour if
 * the agent has set the expiry, because then a short life may be meant.
 */
const shortMs = { connect: 2 * 1_440 * minuteMs, set: 60 * minuteMs } as const

export interface ExpiryHandle {
  /** When the task will end, in words. */
  readonly said: string
  /** Why the agent may want to change it. */
  readonly note?: string
  readonly error: string | undefined
  /** The expiry is before the start. Until the agent presses the button, only `said` shows this. */
  readonly isWrong: boolean
  /** How long the task lives if the agent sets no expiry, in words. */
  readonly usual: string
}

export function useExpiry(): ExpiryHandle {
  const said = useSaidExpiry()
  return { isWrong: said.error !== undefined, ...said, usual: useUsualExpiry() }
}

function useUsualExpiry(): string {
  const formats = useFormats()
  const { horizonDays } = useScheduleSetting()
  const { schedule } = useSchedule()
  return formats.fromNow(usualExpiryMinutes(schedule, horizonDays) * minuteMs)
}

function useSaidExpiry(): Omit<ExpiryHandle, 'usual' | 'isWrong'> & Partial<ExpiryHandle> {
  const formats = useFormats()
  const words = useLateMessages().expiry
  const { now, horizonDays } = useScheduleSetting()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const expiry = useWatch({ control, name: 'expiry' })
  const { errors } = useFormState({ control, name: 'expiry' })
  const { schedule, instant, error: startError } = useSchedule()
  const error = errors.expiry?.amount?.message
  const planned = plannedExpiry({ expiry, schedule }, horizonDays)
  if (!planned) return { said: words.unknown, error }
  const { minutes, source } = planned
  const livesMs = minutes * minuteMs
  // The complaint about the start already says what to do.
  if (startError !== undefined || (schedule.when === 'later' && !instant)) {
    return { said: words.unknown, error }
  }
  // Connect counts the expiry from the creation of the task, not from its start.
  const said = words.ends(formats.instant(new Date(now.getTime() + livesMs)))
  if (!instant) return { said, error }
  const afterMs = livesMs - (instant.getTime() - now.getTime())
  if (afterMs <= 0) return { said: words.tooEarly, error, isWrong: true }
  if (source === 'schedule') return { said, note: words.filledIn(horizonDays), error }
  return afterMs <= shortMs[source] ? { said, note: words.soon, error } : { said, error }
}
