import { issuesLimit } from '../../contract/problems/problem.ts'
import { attemptOf, type CreateTask } from '../../contract/tasks/task-request.ts'
import { type CreatedTask } from '../../contract/tasks/tasks.ts'
import { startTaskContact as parametersOf } from '../../core/creating/start-task-contact.ts'
import { checkTask, type Task } from '../../core/creating/check-task.ts'
import { connectClientToken, type Sha256Hex } from './client-token.ts'
import type { BegunCommand } from '../begun/begun.ts'
import type { Connect } from '../connect/connect.ts'
import type { DestinationDirectory } from '../connect/lookups/destination-directory.ts'
import { ProblemError } from '../problem-error.ts'
import { horizonDays, type Policy } from '../policy/policies.ts'
import { startTaskContact } from '../connect/operations/start-task-contact.ts'
import type { ConnectUser } from '../connect/operations/search-users.ts'
import type { OwnContacts } from '../connect/lookups/own-contacts.ts'
import type { Caller } from '../rates/gate.ts'
import { reserveTurn } from './reserved-turn.ts'

export interface CreateTaskParts {
  readonly connect: Connect
  readonly destinations: Pick<DestinationDirectory, 'requireOffered' | 'distrust'>
  readonly ownContacts: OwnContacts
  readonly instanceId: string
  readonly scheduleHorizonDays: number
  readonly now: () => Date
  readonly sha256Hex: Sha256Hex
}

export interface TaskCreation {
  readonly created: CreatedTask
  readonly connectRequestId?: string
}

/** A verified agent with their policy. */
export interface PermittedAgent extends ConnectUser, Pick<Caller, 'signal'> {
  readonly policy: Policy
}

/** The agent’s attempt to create the task, by hashes only. Members in another order are the same content. */
export function taskCommand(
  { sha256Hex }: Pick<CreateTaskParts, 'sha256Hex'>,
  { userId, signal }: Pick<PermittedAgent, 'userId' | 'signal'>,
  { clientToken, ...content }: CreateTask,
): BegunCommand {
  let hash: string | undefined
  return {
    agentId: userId,
    key: connectClientToken(sha256Hex, userId, clientToken),
    // The schema has put the members in its own order.
    content: () => (hash ??= sha256Hex(JSON.stringify(content))),
    signal,
  }
}

/** Creates a task for a verified agent; rejects with a ProblemError if the agent may not, or Connect does not. */
export async function createTask(
  parts: CreateTaskParts,
  agent: PermittedAgent,
  body: CreateTask,
): Promise<TaskCreation> {
  const caller = { agentId: agent.userId, signal: agent.signal }
  const turn = reserveTurn(parts.connect, startTaskContact, caller)
  const task = await turn.prepare(() => permittedTask(parts, { caller, policy: agent.policy }, body))
  const parameters = parametersOf(task, {
    instanceId: parts.instanceId,
    createdByUserArn: agent.arn,
    clientToken: connectClientToken(parts.sha256Hex, agent.userId, body.clientToken),
  })
  const { contactId, ...asked } = await parts.connect
    .call(startTaskContact, parameters, caller)
    .catch((error: unknown) => {
      if (error instanceof ProblemError && error.facts.code === 'destination-gone')
        parts.destinations.distrust()
      throw error
    })
  const scheduledTime = task.ScheduledTime?.toISOString() ?? null
  return { created: { contactId, scheduledTime }, ...asked }
}

interface Asker {
  readonly caller: Caller
  readonly policy: Policy
}

async function permittedTask(
  parts: CreateTaskParts,
  { caller, policy }: Asker,
  body: CreateTask,
): Promise<Task> {
  const { request } = attemptOf(body)
  const linkedContact = body.link && (await parts.ownContacts.find(caller, body.link.contactId))
  await parts.destinations.requireOffered(body.destination, policy)
  const circumstances = {
    now: parts.now(),
    scheduleHorizonDays: horizonDays(parts.scheduleHorizonDays, policy),
    fieldRules: policy.fields ?? {},
    ...(linkedContact ? { linkedContact } : {}),
  }
  const check = checkTask(request, circumstances, issuesLimit)
  if (check.ok) return check.task
  throw new ProblemError({
    code: 'invalid',
    reason: 'issues',
    detail:
      'Connect, or the policy for this agent, refuses this task; each issue names a field and what is wrong with it.',
    issues: check.issues,
    issuesLeftOut: check.issuesLeftOut ?? 0,
  })
}
