import type { TaskOfContact, TasksOfContact } from '../../contract/tasks/tasks-of-contact.ts'
import type { AgentDirectory } from '../connect/lookups/agent-directory.ts'
import type { LinkedTask } from '../connect/operations/list-associated-contacts.ts'
import type { OwnContacts } from '../connect/lookups/own-contacts.ts'
import { ProblemError } from '../problem-error.ts'
import { permissionsOf } from '../policy/policies.ts'
import type { PermittedAgent } from '../policy/permitted-agent.ts'
import { readOwnTask, type OwnTaskParts } from './own-task.ts'
import { factsFor } from './task-facts.ts'

export interface TasksOfContactParts extends OwnTaskParts {
  readonly ownContacts: OwnContacts
  readonly agents: Pick<AgentDirectory, 'nameOf'>
  readonly now: () => Date
}

/** The tasks that are described, each by a call of its own. Connect allows ten of these calls a second. */
const describedLimit = 20

const createdMs = ({ createdAt }: LinkedTask) => createdAt?.getTime() ?? 0

/** The tasks that are linked to a contact of the agent's, the latest first. */
export async function tasksOfContact(
  parts: TasksOfContactParts,
  agent: PermittedAgent,
  contactId: string,
): Promise<TasksOfContact> {
  const caller = { agentId: agent.userId, signal: agent.signal }
  await parts.ownContacts.find(caller, contactId)
  const linked = await parts.taskReads.linkedTo.read(caller, contactId)
  const latest = linked.toSorted((one, other) => createdMs(other) - createdMs(one)).slice(0, describedLimit)
  const tasks = await inTime(latest.map((task) => linkedTask(parts, agent, task)))
  return {
    tasks,
    isComplete: tasks.length === linked.length,
    continuing: linked.filter(({ link }) => link === 'previous').length,
  }
}

const isOnlyEarly = (error: unknown) =>
  error instanceof ProblemError && error.facts.retryAfterSeconds !== undefined

/** The rates of Connect may leave time for some tasks only. Rejects if that is none, or for any other failure. */
async function inTime(reads: readonly Promise<TaskOfContact>[]): Promise<TaskOfContact[]> {
  const settled = await Promise.allSettled(reads)
  const tasks = settled.flatMap((read) => (read.status === 'fulfilled' ? [read.value] : []))
  const failures = settled.flatMap((read): unknown[] => (read.status === 'rejected' ? [read.reason] : []))
  const [failure] = tasks.length === 0 ? failures : failures.filter((error) => !isOnlyEarly(error))
  if (failure !== undefined) throw failure
  return tasks
}

async function linkedTask(
  { taskReads, agents, begunTasks, now }: TasksOfContactParts,
  agent: PermittedAgent,
  { contactId, link }: LinkedTask,
): Promise<TaskOfContact> {
  const caller = { agentId: agent.userId, signal: agent.signal }
  const record = await taskReads.described.read(caller, contactId)
  if (!record) {
    const isMine = begunTasks.hasCreated(agent.userId, contactId)
    return { contactId, link, state: 'not-known-yet', isMine, canStop: false, canReschedule: false }
  }
  const facts = factsFor(agent, record, now())
  const { createdByUserArn = '' } = record
  const isColleagueShown = !facts.isMine && permissionsOf(agent.policy).showColleaguesTasks
  const colleague = isColleagueShown ? await agents.nameOf(createdByUserArn) : undefined
  return { contactId, link, ...facts, ...(colleague === undefined ? {} : { colleague }) }
}

/** A task that the agent has created, linked or not. */
export async function ownTask(
  parts: TasksOfContactParts,
  agent: PermittedAgent,
  contactId: string,
): Promise<TaskOfContact> {
  const record = await readOwnTask(parts, agent, contactId)
  return { contactId, ...factsFor(agent, record, parts.now()) }
}
