import { isContactId } from '../../core/contact/contact.ts'
import type { Begun } from '../begun/begun.ts'
import type { CreatedTask } from '../../contract/tasks/tasks.ts'
import type { Connect } from '../connect/connect.ts'
import { describeContact, type ContactRecord } from '../connect/operations/describe-contact.ts'
import { ProblemError, taskNotYours, taskTooNew } from '../problem-error.ts'
import type { PermittedAgent } from '../policy/permitted-agent.ts'
import { isTaskOf } from './task-facts.ts'
import type { TaskReads } from './task-reads.ts'

export interface OwnTaskParts {
  readonly connect: Connect
  readonly begunTasks: Pick<Begun<CreatedTask>, 'hasCreated'>
  readonly taskReads: TaskReads
}

/**
 * Reads a task from Connect now. Rejects with `not-your-contact` unless the agent has created it, and with `busy` if the agent
 * has just created it and Connect does not know it yet.
 */
export async function readOwnTask(
  { connect, begunTasks }: OwnTaskParts,
  agent: PermittedAgent,
  contactId: string,
): Promise<ContactRecord> {
  if (!isContactId(contactId)) throw new ProblemError({ ...taskNotYours, reason: 'contact-id' })
  const caller = { agentId: agent.userId, signal: agent.signal }
  const record = await connect.call(describeContact, contactId, caller)
  if (record && isTaskOf(record, agent)) return record
  if (!record && begunTasks.hasCreated(agent.userId, contactId)) throw taskTooNew()
  throw new ProblemError(taskNotYours)
}
