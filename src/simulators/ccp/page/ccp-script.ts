import type { ContactState } from '../../../core/contact.ts'
import type { Ccp } from './ccp.ts'
import type { NewContact } from './ccp-contact.ts'
import type { AgentStateName } from './ccp-state.ts'
import type { Host, HostMessage } from './host.ts'
import type { ApiMode } from './host-requests.ts'

/** `window.ccp`: what a test may do to the page. Promises resolve once the host was sent the new snapshot. */
export interface CcpScript {
  readonly addContact: (contact: NewContact) => Promise<string>
  readonly accept: (contactId: string) => Promise<void>
  readonly setState: (contactId: string, state: ContactState) => Promise<void>
  /** Adds and overwrites; never takes an attribute away. */
  readonly setAttributes: (contactId: string, attributes: Readonly<Record<string, string>>) => Promise<void>
  readonly setAgentState: (name: AgentStateName) => Promise<void>
  readonly select: (contactId: string) => Promise<void>
  readonly remove: (contactId: string) => Promise<void>
  readonly signOut: () => Promise<void>
  /** Tells the host one of the failures of a real CCP: its session ran out, or its origin is not approved. */
  readonly refuse: (event: 'auth_fail' | 'access_denied') => void
  /** The ids of the contacts, in the order of the page. */
  readonly contactIds: () => readonly string[]
  /** The latest messages of the host, without Streams' log and keep-alive. */
  readonly received: () => readonly HostMessage[]
  readonly apiMode: (method: string, mode: ApiMode) => void
}

declare global {
  interface Window {
    ccp: CcpScript
  }
}

interface CcpScriptParts {
  readonly ccp: Ccp
  readonly host: Host
  readonly signOut: () => Promise<void>
  readonly received: () => readonly HostMessage[]
  readonly modes: Map<string, ApiMode>
}

export const createCcpScript = ({ ccp, host, signOut, received, modes }: CcpScriptParts): CcpScript => ({
  addContact: ccp.add,
  accept: ccp.accept,
  setState: ccp.setState,
  setAttributes: ccp.setAttributes,
  setAgentState: ccp.setAgentState,
  select: ccp.view,
  remove: (contactId) => ccp.remove(contactId, { byButton: false }),
  signOut,
  refuse: (event) => host.post(event),
  contactIds: () => ccp.state().contacts.map(({ contactId }) => contactId),
  received,
  apiMode: (method, mode) => void modes.set(method, mode),
})
