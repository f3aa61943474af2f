import { attemptOf, createTaskSchema, withKnownFiles } from '../contract/tasks/task-request.ts'
import { wireIssue } from '../contract/problems/wire-issue.ts'
import { channels } from '../core/contact/contact.ts'
import { checkTask } from '../core/creating/check-task.ts'
import type { Circumstances } from '../core/task/circumstances.ts'
import type { TaskRequest } from '../core/task/task-parts.ts'
import { templateRules } from '../core/templates/template-rules.ts'
import { plainTask } from '../proxy/harness/proxy-scene.ts'
import type { TaskTemplate } from '../simulators/connect/templates/task-template.ts'
import type { AcceptedCase } from './conformance-case.ts'
import { anasContacts, creator, now, origin } from './instance-at-noon.ts'

/* A case in the form that the core, the proxy or Connect takes. */

export const bodyOf = ({ asked }: AcceptedCase) => ({ ...plainTask, ...asked })

export const parametersOf = ({ sent }: AcceptedCase) => ({
  InstanceId: origin.instanceId,
  ClientToken: origin.clientToken,
  Name: plainTask.name,
  ContactFlowId: plainTask.destination.flowId,
  SegmentAttributes: creator,
  ...sent,
})

export const requestOf = (asked: AcceptedCase): TaskRequest =>
  attemptOf(withKnownFiles(createTaskSchema.parse(bodyOf(asked)))).request

/** The circumstances that the proxy would pass to the rules with this request. */
export function circumstancesFor(linkedId: string | undefined, scheduleHorizonDays: number): Circumstances {
  const linked = anasContacts.filter(({ contactId }) => contactId === linkedId)
  const [linkedContact] = linked.map(({ channel, attributes }) => ({
    channel: channels.find((name) => name === channel.toLowerCase()) ?? 'voice',
    attributes: Object.entries(attributes).map(([key, value]) => ({ key, value })),
  }))
  return { now, scheduleHorizonDays, ...(linkedContact ? { linkedContact } : {}) }
}

export const circumstancesOf = ({ sent, template, horizonDays = 6 }: AcceptedCase): Circumstances => ({
  ...circumstancesFor(sent.RelatedContactId ?? sent.PreviousContactId, horizonDays),
  ...(template && { fieldRules: templateRules(templateAsRead(template)) }),
})

/** A template of the instance, as the proxy reads it. */
export const templateAsRead = (template: TaskTemplate) => ({
  templateId: template.templateId,
  name: template.name,
  hasFlow: template.flowId !== undefined,
  canSelfAssign:
    template.selfAssignFlowId !== undefined && template.fields.some(({ type }) => type === 'SELF_ASSIGN'),
  revision: String(template.version),
  fields: template.fields,
})

/** The core's verdict, with its issues as the wire carries them. */
export function verdictOfCore(asked: AcceptedCase) {
  const check = checkTask(requestOf(asked), circumstancesOf(asked))
  return check.ok ? check : { ok: false as const, issues: check.issues.map(wireIssue) }
}
