import { entityId } from '../../instance/entity-id.ts'
import type { Flow } from '../wire/routing.ts'

export function flow(number: number, name: string, differs: Partial<Flow> = {}): Flow {
  return {
    flowId: entityId('f10f10f1-0c0a', number),
    name,
    type: 'CONTACT_FLOW',
    state: 'ACTIVE',
    status: 'PUBLISHED',
    ...differs,
  }
}

export const instanceFlows = {
  callbackRequests: flow(1, 'Callback requests'),
  refundApprovals: flow(2, 'Refund approvals'),
  documentChase: flow(3, 'Document chase'),
  complaintFollowUp: flow(4, 'Complaint follow-up'),
  saved: flow(5, 'Warranty claims (draft)', { status: 'SAVED' }),
  archived: flow(6, 'Fax requests', { state: 'ARCHIVED' }),
  agentWhisper: flow(7, 'Default agent whisper', { type: 'AGENT_WHISPER' }),
  queueTransfer: flow(8, 'Default queue transfer', { type: 'QUEUE_TRANSFER' }),
  agentTransfer: flow(9, 'Default agent transfer', { type: 'AGENT_TRANSFER' }),
} as const
