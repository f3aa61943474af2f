import * as z from 'zod/mini'
import { type AgentStateName, agentStates } from '../state/ccp-state.ts'
import type { Ccp } from '../ccp.ts'
import type { Endpoints } from '../connect/quick-connects.ts'

type ApiMethod = (ccp: Ccp, params: unknown) => Promise<unknown>

const contactParams = z.object({ contactId: z.string() })
const agentStateParams = z.object({ state: z.object({ name: z.string() }) })

const onContact =
  (act: (ccp: Ccp, contactId: string) => Promise<void>): ApiMethod =>
  async (ccp, params) => {
    await act(ccp, contactParams.parse(params).contactId)
    return {}
  }

const removeContact = onContact((ccp, contactId) => ccp.remove(contactId, { byButton: false }))

/** The methods of Streams' `api_request` that this CCP supports. */
export const apiMethods = (endpoints: Endpoints): ReadonlyMap<string, ApiMethod> =>
  new Map<string, ApiMethod>([
    ['getEndpoints', () => Promise.resolve({ endpoints, nextToken: null })],
    ['acceptContact', onContact((ccp, contactId) => ccp.accept(contactId))],
    ['rejectContact', onContact((ccp, contactId) => ccp.setState(contactId, 'rejected'))],
    ['destroyConnection', onContact((ccp, contactId) => ccp.setState(contactId, 'ended'))],
    ['pauseContact', onContact((ccp, contactId) => ccp.setState(contactId, 'paused'))],
    ['resumeContact', onContact((ccp, contactId) => ccp.setState(contactId, 'connected'))],
    ['clearContact', removeContact],
    ['completeContact', removeContact],
    [
      'putAgentState',
      async (ccp, params) => {
        await ccp.setAgentState(agentStateNamed(agentStateParams.parse(params).state.name))
        return {}
      },
    ],
  ])

export function agentStateNamed(name: string): AgentStateName {
  const state = agentStates.find((candidate) => candidate.name === name)
  if (!state) throw new Error(`There is no agent state ${name}.`)
  return state.name
}
