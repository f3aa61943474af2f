import type { TaskOfContact } from '../../contract/tasks/tasks-of-contact.ts'
import {
  rescheduleObstacle,
  stopObstacle,
  taskState,
  type TaskProgress,
} from '../../core/existing-task/existing-task.ts'
import { taskExpiry } from '../../core/fields/schedule/reschedule.ts'
import { permissionsOf } from '../policy/policies.ts'
import type { PermittedAgent } from '../policy/permitted-agent.ts'
import type { TaskRecord } from './task-reads.ts'

export function progressOf(record: TaskRecord, { userId }: Pick<PermittedAgent, 'userId'>): TaskProgress {
  const { scheduledTime, endedAt, agentUserId } = record
  const acceptedBy = agentUserId === userId ? 'caller' : 'another'
  return { scheduledTime, endedAt, ...(agentUserId === undefined ? {} : { acceptedBy }) }
}

export const expiryOf = ({ createdAt, expiryMinutes }: TaskRecord): Date | undefined =>
  createdAt && taskExpiry(createdAt, expiryMinutes)

export const isTaskOf = ({ channel, createdByUserArn }: TaskRecord, { arn }: Pick<PermittedAgent, 'arn'>) =>
  channel === 'TASK' && createdByUserArn === arn

const instant = (key: string, time: Date | undefined) => (time ? { [key]: time.toISOString() } : {})

/** The part of a task that this agent may know. */
export function factsFor(
  agent: PermittedAgent,
  record: TaskRecord,
  now: Date,
): Omit<TaskOfContact, 'contactId' | 'link' | 'colleague'> {
  const { undo, reschedule, showColleaguesTasks } = permissionsOf(agent.policy)
  const isMine = isTaskOf(record, agent)
  const progress = progressOf(record, agent)
  const { name, createdByUserArn } = record
  return {
    state: taskState(progress, now),
    isMine,
    ...(!isMine && createdByUserArn !== undefined ? { isColleagues: true } : {}),
    ...instant('createdAt', record.createdAt),
    ...instant('scheduledTime', record.scheduledTime),
    ...instant('acceptedAt', record.acceptedAt),
    ...instant('endedAt', record.endedAt),
    ...instant('expiresAt', expiryOf(record)),
    ...(name !== undefined && (isMine || showColleaguesTasks) ? { name } : {}),
    canStop: isMine && stopObstacle(progress, undo) === undefined,
    canReschedule: isMine && rescheduleObstacle(progress, reschedule, now) === undefined,
  }
}
