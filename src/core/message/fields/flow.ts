import type { MessageFieldOf } from '../message-field.ts'
import type { MessageFlow } from '../message-options.ts'

export interface FlowRules {
  readonly flows: readonly MessageFlow[]
  readonly defaultFlowId?: string
}

export interface FlowParts {
  /** The flow that handles the answer. Empty if none is chosen. */
  readonly draft: { readonly flowId: string }
  readonly request: { readonly flowId: string }
  readonly rules: FlowRules
  readonly parameters: { readonly ContactFlowId: string }
}

const isOffered = ({ flows }: FlowRules, id: string) => flows.some(({ flowId }) => flowId === id)

/** The default, or the only one. */
function usualFlow({ flows, defaultFlowId = '' }: FlowRules): string {
  if (isOffered({ flows }, defaultFlowId)) return defaultFlowId
  return flows.length === 1 ? (flows[0]?.flowId ?? '') : ''
}

export const flowField: MessageFieldOf<FlowParts> = {
  access: ({ flows }) => (flows.length > 1 ? 'editable' : 'locked'),
  preset: (_, rules) => ({ flowId: usualFlow(rules) }),
  draftUnder: ({ flowId }, rules) => ({ flowId: isOffered(rules, flowId) ? flowId : usualFlow(rules) }),
  read: ({ flowId }) => ({ request: { flowId } }),
  fill: ({ flowId }) => ({ flowId }),
  issues: ({ flowId }, rules) => {
    if (flowId === '') return [{ field: 'flow', code: 'flow-missing' }]
    return isOffered(rules, flowId) ? [] : [{ field: 'flow', code: 'flow-not-offered' }]
  },
  parameters: ({ flowId }) => ({ ContactFlowId: flowId }),
}
