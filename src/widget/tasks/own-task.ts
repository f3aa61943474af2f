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
  /** In milliseconds since the epoch; undefined if this browser does not know it. */
  readonly createdAt?: number
  /** When it starts or was to start; undefined if it started at once. */
  readonly scheduledAt?: Date
  /** When Connect ends it by itself. */
  readonly expiresAt?: Date
  readonly canStop: boolean
  readonly canReschedule: boolean
}

/** The task with all that this page has learned since. */
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

/** The schedule of the task now, if it is no longer the one that it was created with. */
export function movedTo(
  createdFor: Date | undefined,
  { scheduledAt }: OwnTask,
  zone: Zone,
): ScheduleDraft | undefined {
  if (!scheduledAt || scheduledAt.getTime() === createdFor?.getTime()) return undefined
  return scheduleAt(scheduledAt, scheduledAt, zone)
}

/** What the policy lets an agent do with a task that has just been created. The proxy decides when it is asked. */
export const allowedByPolicy = (
  me: Me | undefined,
  scheduledAt: Date | undefined,
  now: Date,
): Pick<OwnTask, 'canStop' | 'canReschedule'> => ({
  canStop: me !== undefined && me.undo !== 'never',
  canReschedule: me?.reschedule === true && scheduledAt !== undefined && scheduledAt > now,
})

/** What bounds a new time of the task. */
export interface NewTimeBounds {
  readonly scheduleHorizonDays: number
  readonly expiresAt?: Date | undefined
  readonly rules: ScheduleRules
}
