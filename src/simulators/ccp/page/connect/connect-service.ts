import type { CcpState } from '../state/ccp-state.ts'
import { instanceContacts } from './instance-contacts.ts'

/** Sends the agent's contacts to the Connect simulator; rejects if it does not accept them. */
export type TellService = (state: CcpState) => Promise<void>

const answerTimeoutMs = 3_000

export function connectServiceAt(connectUrl: string): TellService {
  return async (state) => {
    const address = new URL(
      `simulator/agents/${state.agent.userId}/contacts`,
      `${connectUrl.replace(/\/$/, '')}/`,
    )
    const response = await fetch(address, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(instanceContacts(state)),
      signal: AbortSignal.timeout(answerTimeoutMs),
    })
    if (!response.ok) throw new Error(`The Connect service answered ${response.status}.`)
  }
}

/** For a CCP without a Connect simulator. */
export const noConnectService: TellService = () => Promise.resolve()
