import { issuesLimit } from '../../contract/problems/problem.ts'
import { attemptOf, withKnownFiles, type CreateTask } from '../../contract/tasks/task-request.ts'
import { type CreatedTask } from '../../contract/tasks/tasks.ts'
import { startTaskContact as parametersOf } from '../../core/creating/start-task-contact.ts'
import { checkTask, withFixedFields, type Task } from '../../core/creating/check-task.ts'
import type { Attachment } from '../../core/fields/attachments/attachment.ts'
import type { Destination } from '../../core/fields/destination-key.ts'
import { oncePer } from '../../core/fields/once-per.ts'
import { rulesWithTemplate } from '../../core/templates/template-rules.ts'
import type { TaskTemplate } from '../../core/templates/template.ts'
import { connectClientToken, type Sha256Hex } from './client-token.ts'
import type { BegunCommand } from '../begun/begun-command.ts'
import type { Connect } from '../connect/connect.ts'
import type { DestinationDirectory } from '../connect/lookups/destination-directory.ts'
import type { TemplateDirectory } from '../connect/lookups/template-directory.ts'
import { ProblemError } from '../problem-error.ts'
import type { PermittedAgent } from '../policy/permitted-agent.ts'
import { horizonDays, type Policy } from '../policy/policies.ts'
import { withZoneLocked, type NamesZone } from '../policy/zone-keys.ts'
import { startTaskContact } from '../connect/operations/start-task-contact.ts'
import type { OwnContacts } from '../connect/lookups/own-contacts.ts'
import type { Caller } from '../rates/gate.ts'
import type { ReadyAttachment } from '../uploads/ready-attachments.ts'
import { reserveTurn } from './reserved-turn.ts'
import { isOtherTemplate, offeredTemplate, refusedTemplate, type Asker } from './task-template.ts'

export interface CreateTaskParts {
  readonly connect: Connect
  readonly destinations: Pick<DestinationDirectory, 'requireOffered' | 'distrust'>
  readonly templates: TemplateDirectory
  readonly ownContacts: OwnContacts
  readonly instanceId: string
  readonly scheduleHorizonDays: number
  readonly namesZone: NamesZone
  readonly now: () => Date
  readonly sha256Hex: Sha256Hex
}

export interface TaskCreation {
  readonly created: CreatedTask
  readonly connectRequestId?: string
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

/** A body of the wire, and the files that its tokens stand for. */
interface AskedCreation {
  readonly body: CreateTask
  readonly files: readonly ReadyAttachment[]
}

const attachmentOf = ({ uploadId, fileName, bytes }: ReadyAttachment): Attachment => ({
  id: uploadId,
  name: fileName,
  bytes,
  upload: uploadId,
})

/** Creates a task for a verified agent; rejects with a ProblemError if the agent may not, or Connect does not. */
export async function createTask(
  parts: CreateTaskParts,
  agent: PermittedAgent,
  { body, files }: AskedCreation,
): Promise<TaskCreation> {
  const caller = { agentId: agent.userId, signal: agent.signal }
  const turn = reserveTurn(parts.connect, startTaskContact, caller)
  const { task, template } = await turn.prepare(() =>
    permittedTask(parts, { caller, policy: agent.policy }, { body, files }),
  )
  const parameters = parametersOf(task, {
    instanceId: parts.instanceId,
    createdByUserArn: agent.arn,
    clientToken: connectClientToken(parts.sha256Hex, agent.userId, body.clientToken),
    attachments: files.map(({ fileName, url }) => ({ FileName: fileName, S3Url: url })),
  })
  const { contactId, ...asked } = await parts.connect
    .call(startTaskContact, parameters, caller)
    .catch(async (error: unknown) => {
      throw await refusalOf(error, { parts, caller, template })
    })
  const scheduledTime = task.ScheduledTime?.toISOString() ?? null
  return { created: { contactId, scheduledTime }, ...asked }
}

interface Refused {
  readonly parts: CreateTaskParts
  readonly caller: Caller
  readonly template: TaskTemplate | undefined
}

/** The problem of a call that failed, in terms of its template if that has changed in the meantime. */
async function refusalOf(thrown: unknown, { parts, caller, template }: Refused): Promise<unknown> {
  if (!(thrown instanceof ProblemError)) return thrown
  const { code, logged } = thrown.facts
  if (code === 'destination-gone') parts.destinations.distrust()
  if (!template || (code !== 'destination-gone' && code !== 'invalid')) return thrown
  const changed = await refusedTemplate(parts, caller, template).catch(() => undefined)
  // The log still says which call Connect refused, and how.
  return changed ? new ProblemError({ ...changed.facts, ...(logged ? { logged } : {}) }) : thrown
}

/** Merged once for each policy and revision of a template, because the core computes more values for each set of rules. */
const rulesFor = oncePer((policy: Policy) =>
  oncePer((template: TaskTemplate) => rulesWithTemplate(policy.fields ?? {}, template)),
)

interface PermittedTask {
  readonly task: Task
  readonly template: TaskTemplate | undefined
}

async function permittedTask(
  parts: CreateTaskParts,
  { caller, policy }: Asker,
  { body, files }: AskedCreation,
): Promise<PermittedTask> {
  const { request } = attemptOf(withKnownFiles(body, files.map(attachmentOf)))
  const { destination } = body
  const linkedContact = body.link && (await parts.ownContacts.find(caller, body.link.contactId))
  const template = await offeredTemplate(parts, { caller, policy }, destination)
  const ruled = template ? rulesFor(policy)(template) : (policy.fields ?? {})
  const attributes = withZoneLocked(ruled.attributes, request.attributes, parts.namesZone)
  // The same object if nothing is locked, because the core computes more values for each set of rules.
  const fieldRules = attributes && attributes !== ruled.attributes ? { ...ruled, attributes } : ruled
  const circumstances = {
    now: parts.now(),
    scheduleHorizonDays: horizonDays(parts.scheduleHorizonDays, policy),
    fieldRules,
    ...(linkedContact ? { linkedContact } : {}),
  }
  const check = checkTask(request, circumstances, issuesLimit)
  if (check.ok) {
    if (template) await requireQuickConnect(parts, policy, withFixedFields(request, fieldRules).destination)
    return { task: check.task, template }
  }
  const issues = { issues: check.issues, issuesLeftOut: check.issuesLeftOut ?? 0 }
  if (template && destination.type === 'template' && isOtherTemplate(destination, template)) {
    throw new ProblemError({
      code: 'template-changed',
      reason: 'template-other',
      detail:
        'The template has changed since the task was filled in; each issue names a field and what is wrong with it now. Read the template again.',
      ...issues,
    })
  }
  throw new ProblemError({
    code: 'invalid',
    reason: 'issues',
    detail:
      'Connect, the template, or the policy for this agent, refuses this task; each issue names a field and what is wrong with it.',
    ...issues,
  })
}

/** The quick connect that goes with a template must be offered, too, whether the caller or the template names it. */
async function requireQuickConnect(
  { destinations }: CreateTaskParts,
  policy: Policy,
  destination: Destination | undefined,
): Promise<void> {
  if (destination?.type !== 'template' || destination.quickConnectId === undefined) return
  const { type, templateId, quickConnectId } = destination
  await destinations.requireOffered({ type, templateId, quickConnectId }, policy)
}
