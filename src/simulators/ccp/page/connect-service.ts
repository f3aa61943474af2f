import type { CcpState } from './ccp-state.ts'
import { instanceContacts } from './instance-contacts.ts'

/** Tells the Connect service which contacts the agent has; rejects when the service did not take it. */
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

/** For a CCP that no Connect service stands behind. */
export const noConnectService: TellService = () => Promise.resolve()
