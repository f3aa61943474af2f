import type { Contact, ContactState } from '../../core/contact/contact.ts'
import { frontOf, type Desk } from '../../drafts/desk/desk.ts'

const ringing: ReadonlySet<ContactState> = new Set(['incoming', 'pending', 'connecting'])

/** The ringing contacts that neither the draft in front nor the CCP shows. */
export function ringingOf(desk: Desk): readonly Contact[] {
  if (!desk.isReady) return []
  const shown = new Set([frontOf(desk).contact?.contactId, desk.currentContactId])
  return desk.contacts.filter(({ contactId, state }) => ringing.has(state) && !shown.has(contactId))
}
