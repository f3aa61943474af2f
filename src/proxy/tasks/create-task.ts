import { attemptOf, type CreateTask } from '../../contract/task-request.ts'
import { type CreatedTask } from '../../contract/tasks.ts'
import { startTaskContact } from '../../core/start-task-contact.ts'
import { checkTask, type Task } from '../../core/task.ts'
import { connectClientToken, type Sha256Hex } from './client-token.ts'
import type { Connect, ConnectUser } from '../connect/connect.ts'
import type { DestinationDirectory } from '../connect/destination-directory.ts'
import { Failure } from '../failure.ts'
import { horizonDays, type Policy } from '../policy/policies.ts'
import type { OwnContacts } from '../connect/own-contacts.ts'
import type { Caller } from '../rates/rate-limiter.ts'

export interface CreateTaskParts {
  readonly connect: Pick<Connect, 'expectTask' | 'startTaskContact'>
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

/** A verified agent, and what they may do. */
export interface PermittedAgent extends ConnectUser, Pick<Caller, 'signal'> {
  readonly policy: Policy
}

/** Asks Connect for a task on behalf of a verified agent; rejects with what the agent may not do, or Connect would not. */
export async function createTask(
  parts: CreateTaskParts,
  agent: PermittedAgent,
  body: CreateTask,
): Promise<TaskCreation> {
  const caller = { agentId: agent.userId, signal: agent.signal }
  // Nothing is asked of Connect about a task that it could not be given now.
  const giveUpTurn = parts.connect.expectTask(caller)
  const task = await permittedTask(parts, { caller, policy: agent.policy }, body).catch((error: unknown) => {
    // Whoever is only to wait comes back for it.
    if (!(error instanceof Failure) || error.facts.retryAfterSeconds === undefined) giveUpTurn()
    throw error
  })
  const parameters = startTaskContact(task, {
    instanceId: parts.instanceId,
    createdByUserArn: agent.arn,
    clientToken: connectClientToken(parts.sha256Hex, agent.userId, body.clientToken),
  })
  const { contactId, ...asked } = await parts.connect
    .startTaskContact(parameters, caller)
    .catch((error: unknown) => {
      if (error instanceof Failure && error.facts.code === 'destination-gone') parts.destinations.distrust()
      throw error
    })
  const scheduledTime = task.scheduledTime?.toISOString() ?? null
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
  const check = checkTask(request, {
    now: parts.now(),
    scheduleHorizonDays: horizonDays(parts.scheduleHorizonDays, policy),
    fieldRules: policy.fields ?? {},
    ...(linkedContact ? { linkedContact } : {}),
  })
  if (check.ok) return check.task
  throw new Failure({
    code: 'invalid',
    detail:
      'Connect, or the policy for this agent, refuses this task; each issue names a field and what is wrong with it.',
    issues: check.issues,
  })
}
