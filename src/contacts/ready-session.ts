import type { ContactSession, SourceAgent } from './contact-source.ts'
import { currentContactId, type ContactView } from './current-contact.ts'

/** The session of a source that knows the contacts. */
export function readySession(view: ContactView, agent: SourceAgent | undefined): ContactSession {
  const current = currentContactId(view)
  return {
    status: 'ready',
    contacts: view.contacts,
    ...(agent ? { agent } : {}),
    ...(current === undefined ? {} : { currentContactId: current }),
  }
}
