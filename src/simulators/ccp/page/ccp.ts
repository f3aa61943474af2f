import type { ContactState } from '../../../core/contact/contact.ts'
import type { NewContact } from './state/ccp-contact.ts'
import {
  type AgentStateName,
  type CcpState,
  contactIn,
  withAttributes,
  withContact,
  withContactState,
  withoutContact,
} from './state/ccp-state.ts'
import type { Publish } from './host/publish.ts'
import { viewsAfter } from './state/view-rules.ts'

/** The CCP's actions, for its buttons, tests and the host's requests. Promises resolve when the host got the change. */
export interface Ccp {
  readonly state: () => CcpState
  readonly subscribe: (onChange: () => void) => void
  readonly add: (contact: NewContact) => Promise<string>
  readonly accept: (contactId: string) => Promise<void>
  readonly setState: (contactId: string, state: ContactState) => Promise<void>
  readonly setAttributes: (contactId: string, attributes: Readonly<Record<string, string>>) => Promise<void>
  readonly setAgentState: (name: AgentStateName) => Promise<void>
  readonly view: (contactId: string) => Promise<void>
  /** Shows no contact, as the real CCP does between its tabs; all contacts stay open. */
  readonly viewNone: () => Promise<void>
  readonly remove: (contactId: string, how: { readonly byButton: boolean }) => Promise<void>
}

export function createCcp(initial: CcpState, publish: Publish): Ccp {
  let state = initial
  const listeners: (() => void)[] = []

  const become = (next: CcpState, views: readonly string[] = []): Promise<void> => {
    state = { ...next, viewedContactId: views.at(-1) ?? next.viewedContactId }
    for (const listener of listeners) listener()
    return publish(state, views)
  }

  return {
    state: () => state,
    subscribe: (onChange) => void listeners.push(onChange),
    async add(contact) {
      const contactId = contact.contactId ?? crypto.randomUUID()
      await become(
        withContact(state, { ...contact, contactId }, new Date()),
        viewsAfter(state, { type: 'added', contactId }),
      )
      return contactId
    },
    async accept(contactId) {
      await become(
        withContactState(state, contactId, 'connected', new Date()),
        viewsAfter(state, { type: 'accepted', contactId }),
      )
    },
    async setState(contactId, to) {
      await become(withContactState(state, contactId, to, new Date()))
    },
    async setAttributes(contactId, attributes) {
      await become(withAttributes(state, contactId, attributes))
    },
    async setAgentState(name) {
      await become({ ...state, agentState: name, agentStateSince: new Date() })
    },
    async view(contactId) {
      contactIn(state, contactId)
      await become(state, viewsAfter(state, { type: 'clicked', contactId }))
    },
    async viewNone() {
      await become(state, [''])
    },
    async remove(contactId, { byButton }) {
      await become(
        withoutContact(state, contactId),
        viewsAfter(state, { type: 'removed', contactId, byButton }),
      )
    },
  }
}
