import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import { plannedExpiry } from '../../../core/fields/expiry/expiry.ts'
import type { TaskDraft, TaskRequest } from '../../../core/task/task-parts.ts'
import { useFieldRules } from '../../form-model/rules/form-rules.ts'
import { useFormats, useLateMessages } from '../../late/late-messages.ts'
import { useSchedule, useScheduleSetting } from '../when/use-schedule.ts'

const minuteMs = 60_000

/** A task that lives no longer than this after its start may end before it was worked on. */
const shortMs = 2 * 1_440 * minuteMs

export interface ExpiryHandle {
  /** How long the task will live, in words. */
  readonly said: string
  readonly error: string | undefined
}

export function useExpiry(): ExpiryHandle {
  const isRequired = useFieldRules().expiry?.isRequired === true
  const formats = useFormats()
  const words = useLateMessages().expiry
  const { now, horizonDays } = useScheduleSetting()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const expiry = useWatch({ control, name: 'expiry' })
  const { errors } = useFormState({ control, name: 'expiry' })
  const { schedule, instant } = useSchedule()
  const error = errors.expiry?.amount?.message
  if (isRequired && expiry.amount.trim() === '') return { said: words.missing, error }
  const planned = plannedExpiry({ expiry, schedule }, horizonDays)
  if (!planned) return { said: words.unknown, error }
  const livesMs = planned.minutes * minuteMs
  const aheadMs = instant ? instant.getTime() - now.getTime() : 0
  const afterMs = livesMs - aheadMs
  if (afterMs <= 0) return { said: words.tooEarly, error }
  if (schedule.when === 'now') return { said: words.ends(formats.fromNow(livesMs)), error }
  if (!instant) return { said: words.endsFromNow(formats.fromNow(livesMs)), error }
  const after = formats.fromNow(afterMs)
  if (planned.source === 'schedule') return { said: words.filledIn(after, horizonDays), error }
  const isShort = planned.source === 'connect' && afterMs <= shortMs
  return { said: isShort ? words.endsSoon(after) : words.endsAfterStart(after), error }
}
