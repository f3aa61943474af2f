import type { InstanceUser } from '../../../instance/instance.ts'
import type { Ccp } from '../ccp.ts'
import { arriving, type ConnectTask, type ConnectTasks } from './connect-tasks.ts'

const readAgainMs = 1_000

export interface AssignedTasks {
  readonly ccp: Pick<Ccp, 'state' | 'add'>
  readonly tasks: Pick<ConnectTasks, 'read'>
  readonly agent: InstanceUser
  readonly isOpen: () => boolean
}

/**
 * Adds the tasks that the agent has assigned to themselves to the CCP. The real Connect pushes them. The simulated CCP polls
 * for them.
 */
export function watchAssignedTasks(watched: AssignedTasks): void {
  const look = lookForAssigned(watched)
  const lookAgain = async () => {
    await look()
    setTimeout(() => void lookAgain(), readAgainMs)
  }
  void lookAgain()
}

/** Looks once. Each task arrives once, however often it is looked for. */
export function lookForAssigned({ ccp, tasks, agent, isOpen }: AssignedTasks): () => Promise<void> {
  const arrived = new Set<string>()
  const isNew = ({ contactId, state, assignedTo }: ConnectTask) =>
    assignedTo === agent.userId &&
    state === 'waiting' &&
    !arrived.has(contactId) &&
    !ccp.state().contacts.some((contact) => contact.contactId === contactId)
  return async () => {
    const known = await tasks.read().catch(() => [])
    for (const task of known.toReversed().filter(isNew)) {
      if (!isOpen()) return
      arrived.add(task.contactId)
      // Each step leads to the state that the next one changes.
      await ccp.add(arriving(task)).catch(() => undefined)
    }
  }
}
