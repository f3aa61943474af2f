import type { ContactState } from '../../../core/contact/contact.ts'
import type { AnswerModes, ApiMode, KeepAliveMode } from './host/answer-modes.ts'
import type { Ccp } from './ccp.ts'
import type { NewContact } from './state/ccp-contact.ts'
import type { AgentStateName } from './state/ccp-state.ts'
import type { HostMessage } from './host/host.ts'
import { keepOpening } from './session/kept.ts'
import type { Opening } from './session/opening.ts'
import type { Session } from './session/session.ts'

/**
 * `window.ccp`: lets a test operate the page. Promises resolve when the new snapshot was posted to the host, and reject
 * if the change is not possible.
 */
export interface CcpScript {
  readonly addContact: (contact: NewContact) => Promise<string>
  readonly accept: (contactId: string) => Promise<void>
  readonly setState: (contactId: string, state: ContactState) => Promise<void>
  /** Adds or replaces attributes. It cannot remove one, because Connect cannot. */
  readonly setAttributes: (contactId: string, attributes: Readonly<Record<string, string>>) => Promise<void>
  readonly setAgentState: (name: AgentStateName) => Promise<void>
  readonly select: (contactId: string) => Promise<void>
  /** Shows no contact; all contacts stay open. */
  readonly showNone: () => Promise<void>
  readonly remove: (contactId: string) => Promise<void>
  readonly signOut: () => Promise<void>
  /** Posts `auth_fail` (session expired) or `access_denied` (origin not approved) to the host, then nothing more. */
  readonly refuse: (event: 'auth_fail' | 'access_denied') => Promise<void>
  /** The contact ids in the order of the page. */
  readonly contactIds: () => readonly string[]
  /** The latest messages from the host, without Streams' log and keep-alive messages. */
  readonly received: () => readonly HostMessage[]
  /** Without `method`: the mode of all methods that have no mode of their own. */
  readonly apiMode: (mode: ApiMode, method?: string) => void
  readonly keepAlive: (mode: KeepAliveMode) => void
  /** Sets how the page opens from its next load on. */
  readonly openNext: (opening: Opening) => Promise<void>
}

declare global {
  interface Window {
    ccp: CcpScript
  }
}

interface CcpScriptParts {
  readonly ccp: Ccp
  readonly session: Session
  readonly received: () => readonly HostMessage[]
  readonly modes: AnswerModes
}

export const createCcpScript = ({ ccp, session, received, modes }: CcpScriptParts): CcpScript => ({
  addContact: ccp.add,
  accept: ccp.accept,
  setState: ccp.setState,
  setAttributes: ccp.setAttributes,
  setAgentState: ccp.setAgentState,
  select: ccp.view,
  showNone: ccp.viewNone,
  remove: (contactId) => ccp.remove(contactId, { byButton: false }),
  signOut: session.signOut,
  refuse: (event) => (event === 'auth_fail' ? session.expire() : session.deny()),
  contactIds: () => ccp.state().contacts.map(({ contactId }) => contactId),
  received,
  apiMode: modes.setApi,
  keepAlive: modes.setKeepAlive,
  openNext: keepOpening,
})
