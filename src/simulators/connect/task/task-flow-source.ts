import type { InstanceState } from '../state/instance-state.ts'
import { requireStartableFlow } from '../state/startable-flow.ts'
import type { TaskTemplate } from '../templates/task-template.ts'
import { checkTemplateFields } from '../templates/template-rules.ts'
import type { QuickConnectType } from '../wire/routing.ts'
import { invalidRequest, notFound } from '../wire/service-error.ts'
import type { StartTaskRequest } from './start-task-request.ts'

// Only these have a transfer flow. "Flow quick connects are only supported for chat contacts" (admin guide, quick connects).
const quickConnectsWithFlow: ReadonlySet<QuickConnectType> = new Set(['USER', 'QUEUE'])

/** "Include only one of these parameters: ContactFlowID, QuickConnectID, or TaskTemplateID" (Connect API). */
export function checkFlowSource(request: StartTaskRequest, state: InstanceState) {
  const { flowId, quickConnectId, templateId, assignmentType } = request
  if (templateId !== undefined && flowId === undefined) {
    checkTemplate(request, requireTemplate(templateId, state), state)
    return
  }
  if (templateId !== undefined || (flowId === undefined) === (quickConnectId === undefined)) {
    throw invalidRequest('Include exactly one of ContactFlowId, QuickConnectId and TaskTemplateId.')
  }
  if (assignmentType !== undefined) throw invalidRequest('A self-assigned task needs a TaskTemplateId.')
  if (flowId !== undefined) requireStartableFlow(flowId, state)
  if (quickConnectId !== undefined) checkQuickConnect(quickConnectId, state)
}

function requireTemplate(templateId: string, { templates }: InstanceState) {
  const template = templates.find((candidate) => candidate.templateId === templateId)
  if (template === undefined) throw notFound('Task template not found.')
  // "A task that refers to this template cannot be created" (Connect API, `Status`).
  if (template.status !== 'ACTIVE') throw invalidRequest('The task template is not active.')
  return template
}

function checkTemplate(request: StartTaskRequest, template: TaskTemplate, state: InstanceState) {
  const { quickConnectId, assignmentType } = request
  const ownFlowId = assignmentType === undefined ? template.flowId : selfAssignFlow(request, template)
  // A template without a flow goes with a quick connect, as in AWS's own CCP. The text of the API allows no second source.
  if ((ownFlowId === undefined) === (quickConnectId === undefined)) {
    throw invalidRequest(
      ownFlowId === undefined
        ? 'The task template has no flow configured: include a QuickConnectId with the TaskTemplateId.'
        : 'The task template has a flow configured: include the TaskTemplateId alone.',
    )
  }
  if (ownFlowId !== undefined) requireStartableFlow(ownFlowId, state)
  if (quickConnectId !== undefined) checkQuickConnect(quickConnectId, state)
  checkTemplateFields(request, template)
}

/** Admin guide, tasks: SELF needs "a valid CreatedByUser and a valid TaskTemplateID". */
function selfAssignFlow({ createdByUser }: StartTaskRequest, { selfAssignFlowId, fields }: TaskTemplate) {
  if (createdByUser === undefined) throw invalidRequest('A self-assigned task needs connect:CreatedByUser.')
  if (selfAssignFlowId === undefined || !fields.some(({ type }) => type === 'SELF_ASSIGN')) {
    throw invalidRequest('The task template does not allow tasks that agents assign to themselves.')
  }
  return selfAssignFlowId
}

function checkQuickConnect(quickConnectId: string, { quickConnects }: InstanceState) {
  const quickConnect = quickConnects.find((candidate) => candidate.quickConnectId === quickConnectId)
  if (quickConnect === undefined) throw notFound('Quick connect not found.')
  if (!quickConnectsWithFlow.has(quickConnect.type)) {
    throw invalidRequest(`A quick connect of type ${quickConnect.type} has no flow for a task.`)
  }
}
