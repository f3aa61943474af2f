import { scheduleAt } from '../../core/fields/schedule/schedule-at.ts'
import type { ScheduleDraft } from '../../core/fields/schedule/schedule-draft.ts'
import type { ScheduleRules } from '../../core/fields/schedule/schedule-rule.ts'
import type { Zone } from '../../core/time/time-zone.ts'
import type { Me } from '../../contract/reads/me.ts'
import type { TaskNews } from './task-commands.ts'

/** A task that the agent created, as far as the panel knows it. */
export interface OwnTask {
  readonly contactId: string
  readonly name?: string
  /** In milliseconds since the epoch. Undefined if this browser does not know it. */
  readonly createdAt?: number
  /** When the task starts or was to start. Undefined if it started at once. */
  readonly scheduledAt?: Date
  /** When the task expires. */
  readonly expiresAt?: Date
  readonly canStop: boolean
  readonly canReschedule: boolean
}

/** The task with the later changes that this page knows of. */
export function withNews(task: OwnTask, news: TaskNews): OwnTask {
  const { hasEnded, scheduledTime, isStopRefused = false, isChangeRefused = false } = news
  const scheduledAt = scheduledTime === undefined ? task.scheduledAt : new Date(scheduledTime)
  return {
    ...task,
    ...(scheduledAt ? { scheduledAt } : {}),
    canStop: task.canStop && !hasEnded && !isStopRefused,
    canReschedule: task.canReschedule && !hasEnded && !isChangeRefused,
  }
}

/** The present start of the task, if it differs from the start that it was created with. */
export function movedTo(
  createdFor: Date | undefined,
  { scheduledAt }: OwnTask,
  zone: Zone,
): ScheduleDraft | undefined {
  if (!scheduledAt || scheduledAt.getTime() === createdFor?.getTime()) return undefined
  return scheduleAt(scheduledAt, scheduledAt, zone)
}

/** The changes of a new task that the policy allows an agent. The proxy checks again when the agent does it. */
export const allowedByPolicy = (
  me: Me | undefined,
  scheduledAt: Date | undefined,
  now: Date,
): Pick<OwnTask, 'canStop' | 'canReschedule'> => ({
  canStop: me !== undefined && me.undo !== 'never',
  canReschedule: me?.reschedule === true && scheduledAt !== undefined && scheduledAt > now,
})

/** The limits for a new start of the task. */
export interface NewTimeBounds {
  readonly scheduleHorizonDays: number
  readonly expiresAt?: Date | undefined
  readonly rules: ScheduleRules
}
