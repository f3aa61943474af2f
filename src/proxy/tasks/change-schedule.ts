import type { ChangedSchedule } from '../../contract/tasks/task-changes.ts'
import { rescheduleObstacle } from '../../core/existing-task/existing-task.ts'
import { rescheduleIssues } from '../../core/fields/schedule/reschedule.ts'
import { wholeSeconds } from '../../core/fields/schedule/timing.ts'
import { updateContactSchedule, type ScheduleChange } from '../connect/operations/update-contact-schedule.ts'
import { horizonDays, permissionsOf } from '../policy/policies.ts'
import { ProblemError } from '../problem-error.ts'
import { changeRefused } from './change-refusals.ts'
import type { PermittedAgent } from '../policy/permitted-agent.ts'
import { readOwnTask, type OwnTaskParts } from './own-task.ts'
import { reserveTurn } from './reserved-turn.ts'
import { expiryOf, progressOf } from './task-facts.ts'

export interface ChangeScheduleParts extends OwnTaskParts {
  readonly scheduleHorizonDays: number
  readonly now: () => Date
}

/** Moves the start of a scheduled task that the agent has created. The time is in whole seconds. */
export async function changeSchedule(
  parts: ChangeScheduleParts,
  agent: PermittedAgent,
  change: ScheduleChange,
): Promise<ChangedSchedule> {
  if (!permissionsOf(agent.policy).reschedule) throw changeRefused('reschedule-not-allowed')
  const caller = { agentId: agent.userId, signal: agent.signal }
  const turn = reserveTurn(parts.connect, updateContactSchedule, caller)
  const isMoved = await turn.prepare(() => moves(parts, agent, change))
  if (isMoved) await move()
  else turn.giveUp()
  return { contactId: change.contactId, scheduledTime: change.scheduledTime.toISOString() }

  async function move() {
    try {
      await parts.connect.call(updateContactSchedule, change, caller)
    } catch (error) {
      await explain(parts, agent, { change, error })
      throw error
    } finally {
      parts.taskReads.described.forget(change.contactId)
    }
  }
}

/** False if the task starts at this time already: a repeated request must not use up one of Connect's 20 changes. */
async function moves(
  parts: ChangeScheduleParts,
  agent: PermittedAgent,
  { contactId, scheduledTime }: ScheduleChange,
): Promise<boolean> {
  const task = await readOwnTask(parts, agent, contactId)
  const now = parts.now()
  const logged = { taskContactId: contactId }
  const obstacle = rescheduleObstacle(progressOf(task, agent), true, now)
  if (obstacle) throw changeRefused(obstacle, logged)
  if (task.scheduledTime && wholeSeconds(task.scheduledTime).getTime() === scheduledTime.getTime())
    return false
  const issues = rescheduleIssues(scheduledTime, {
    now,
    scheduleHorizonDays: horizonDays(parts.scheduleHorizonDays, agent.policy),
    expiresAt: expiryOf(task),
    rules: agent.policy.fields ?? {},
  })
  if (issues.length === 0) return true
  throw new ProblemError({
    code: 'invalid',
    reason: 'issues',
    detail: 'The task cannot start at this time; each issue says why. Nothing was changed.',
    issues,
    logged,
  })
}

/**
 * Connect refuses a task that has just started as an invalid request. So the task is read again, which gives a more exact
 * problem.
 */
async function explain(
  parts: ChangeScheduleParts,
  agent: PermittedAgent,
  { change, error }: { readonly change: ScheduleChange; readonly error: unknown },
): Promise<void> {
  if (!(error instanceof ProblemError) || error.facts.reason !== 'refused-by-connect') return
  const task = await readOwnTask(parts, agent, change.contactId).catch(() => undefined)
  const obstacle = task && rescheduleObstacle(progressOf(task, agent), true, parts.now())
  if (obstacle) throw changeRefused(obstacle, { ...error.facts.logged, taskContactId: change.contactId })
}
