import type { InstanceState } from '../state/instance-state.ts'
import type { QuickConnectType } from '../wire/routing.ts'
import { invalidRequest, notFound } from '../wire/service-error.ts'
import type { StartTaskRequest } from '../members/start-task-members.ts'

// Only these have a transfer flow. "Flow quick connects are only supported for chat contacts" (admin guide, quick connects).
const quickConnectsWithFlow: ReadonlySet<QuickConnectType> = new Set(['USER', 'QUEUE'])

/** "Include only one of these parameters: ContactFlowID, QuickConnectID, or TaskTemplateID" (Connect API). */
export function checkFlowSource(
  { flowId, quickConnectId, templateId }: StartTaskRequest,
  state: InstanceState,
) {
  const given = [flowId, quickConnectId, templateId].filter((source) => source !== undefined)
  if (given.length !== 1) {
    throw invalidRequest('Include exactly one of ContactFlowId, QuickConnectId and TaskTemplateId.')
  }
  if (templateId !== undefined) throw notFound('Task template not found.')
  if (flowId !== undefined) checkFlow(flowId, state)
  if (quickConnectId !== undefined) checkQuickConnect(quickConnectId, state)
}

function checkFlow(flowId: string, { flows }: InstanceState) {
  const flow = flows.find((candidate) => candidate.flowId === flowId)
  if (flow === undefined) throw notFound('Contact flow not found.')
  if (flow.state !== 'ACTIVE' || flow.status !== 'PUBLISHED') {
    throw invalidRequest('The contact flow is not active and published.')
  }
  // Whisper, queue and transfer flows run later in a contact's life. AWS does not document that a task can start in one.
  if (flow.type !== 'CONTACT_FLOW')
    throw invalidRequest(`A task cannot start in a flow of type ${flow.type}.`)
}

function checkQuickConnect(quickConnectId: string, { quickConnects }: InstanceState) {
  const quickConnect = quickConnects.find((candidate) => candidate.quickConnectId === quickConnectId)
  if (quickConnect === undefined) throw notFound('Quick connect not found.')
  if (!quickConnectsWithFlow.has(quickConnect.type)) {
    throw invalidRequest(`A quick connect of type ${quickConnect.type} has no flow for a task.`)
  }
}
