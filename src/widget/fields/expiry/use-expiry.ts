import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { plannedExpiry, usualExpiryMinutes } from '../../../core/fields/expiry/expiry.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { useSchedule, useScheduleSetting } from '../when/use-schedule.ts'

const minuteMs = 60_000

/**
 * A task that lives no longer than this after its start may end before it was worked on. An agent who has chosen the end may
 * mean a short life, but hardly one of less than an hour.
 */
const shortMs = { connect: 2 * 1_440 * minuteMs, set: 60 * minuteMs } as const

export interface ExpiryHandle {
  /** When the task will end, in words. */
  readonly said: string
  /** Why the agent may want to change it. */
  readonly note?: string
  readonly error: string | undefined
  /** The end must be mended: before the button is pressed, only the words in the head say so. */
  readonly isWrong: boolean
  /** How long the task lives if the agent says nothing, in words. */
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
  // The complaint about the start says what to do.
  if (startError !== undefined) return { said: words.unknown, error }
  // Connect counts from when the task is created, whenever it starts.
  const said = words.ends(formats.instant(new Date(now.getTime() + livesMs)))
  if (!instant) return { said, error }
  const afterMs = livesMs - (instant.getTime() - now.getTime())
  if (afterMs <= 0) return { said: words.tooEarly, error, isWrong: true }
  if (source === 'schedule') return { said, note: words.filledIn(horizonDays), error }
  return afterMs <= shortMs[source] ? { said, note: words.soon, error } : { said, error }
}
