import { invalidRequest, notFound } from '../wire/service-error.ts'
import type { InstanceState } from './instance-state.ts'

/** Throws if no task and no chat can start in the flow. */
export function requireStartableFlow(flowId: string, { flows }: InstanceState) {
  const flow = flows.find((candidate) => candidate.flowId === flowId)
  if (flow === undefined) throw notFound('Contact flow not found.')
  if (flow.state !== 'ACTIVE' || flow.status !== 'PUBLISHED') {
    throw invalidRequest('The contact flow is not active and published.')
  }
  // Whisper, queue and transfer flows run later in a contact's life. AWS does not document that a contact can start in one.
  if (flow.type !== 'CONTACT_FLOW')
    throw invalidRequest(`A contact cannot start in a flow of type ${flow.type}.`)
}
