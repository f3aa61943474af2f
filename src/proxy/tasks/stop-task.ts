import type { StoppedTask } from '../../contract/tasks/task-changes.ts'
import { stopObstacle } from '../../core/existing-task/existing-task.ts'
import { stopContact } from '../connect/operations/stop-contact.ts'
import { permissionsOf } from '../policy/policies.ts'
import { changeRefused } from './change-refusals.ts'
import type { PermittedAgent } from '../policy/permitted-agent.ts'
import { readOwnTask, type OwnTaskParts } from './own-task.ts'
import { reserveTurn } from './reserved-turn.ts'
import { progressOf } from './task-facts.ts'

/** Longer than the way to Connect and back. */
const lookValidMs = 500

/**
 * Stops a task that the agent has created. Between the look at the task and the stop, another agent may accept it: Connect has
 * no call that does both.
 */
export async function stopTask(
  parts: OwnTaskParts,
  agent: PermittedAgent,
  contactId: string,
): Promise<StoppedTask> {
  const { undo } = permissionsOf(agent.policy)
  const forbidden = stopObstacle({}, undo)
  if (forbidden) throw changeRefused(forbidden)
  const caller = { agentId: agent.userId, signal: agent.signal }
  const turn = reserveTurn(parts.connect, stopContact, caller)
  let lookedAtMs = 0
  async function look() {
    const obstacle = stopObstacle(progressOf(await readOwnTask(parts, agent, contactId), agent), undo)
    if (obstacle) throw changeRefused(obstacle, { taskContactId: contactId })
    lookedAtMs = performance.now()
  }

  await turn.prepare(look)
  try {
    await parts.connect.call(stopContact, contactId, caller, {
      before: async () => {
        // Another agent may have accepted the task while this one waited for the turn.
        if (performance.now() - lookedAtMs > lookValidMs) await look()
      },
    })
  } finally {
    parts.taskReads.described.forget(contactId)
  }
  return { contactId }
}
