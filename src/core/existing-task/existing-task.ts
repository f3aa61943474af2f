import type { UndoPermission } from './permissions.ts'

/** The states of a task that exists. Just after its creation Connect may not know it yet. */
export const taskStates = ['scheduled', 'waiting', 'accepted', 'ended', 'not-known-yet'] as const

/** How long after its creation Connect may still not list a task. Amazon documents no time. Usually it takes seconds. */
const newTaskMs = 60_000

/** True if Connect may not list a task yet that was created at this time (milliseconds since the epoch). */
export const isNewTask = (createdAt: number, now: Date): boolean => now.getTime() - createdAt < newTaskMs

export type TaskState = (typeof taskStates)[number]

/** The facts that decide whether a task may be changed. */
export interface TaskProgress {
  readonly scheduledTime?: Date | undefined
  /** Absent until an agent accepts the task. */
  readonly acceptedBy?: 'caller' | 'another'
  readonly endedAt?: Date | undefined
}

export function taskState({ scheduledTime, acceptedBy, endedAt }: TaskProgress, now: Date): TaskState {
  if (endedAt) return 'ended'
  if (acceptedBy) return 'accepted'
  return scheduledTime && scheduledTime > now ? 'scheduled' : 'waiting'
}

/** Why the agent who created a task may not stop it. Undefined if they may. */
export function stopObstacle(
  { endedAt, acceptedBy }: TaskProgress,
  undo: UndoPermission,
): 'undo-not-allowed' | 'ended' | 'accepted-by-another' | undefined {
  if (undo === 'never') return 'undo-not-allowed'
  if (endedAt) return 'ended'
  return acceptedBy === 'another' && undo === 'unaccepted' ? 'accepted-by-another' : undefined
}

/** Why the agent who created a task may not change its time. Undefined if they may. */
export function rescheduleObstacle(
  task: TaskProgress,
  isAllowed: boolean,
  now: Date,
): 'reschedule-not-allowed' | 'ended' | 'not-scheduled' | undefined {
  if (!isAllowed) return 'reschedule-not-allowed'
  const state = taskState(task, now)
  if (state === 'ended') return 'ended'
  return state === 'scheduled' ? undefined : 'not-scheduled'
}
