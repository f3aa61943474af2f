import type { ContactSession, ContactSource } from '../contact-source.ts'
import { readHostSession, sessionFrom, type HostSession } from './session.ts'
import { createListeners } from '../listeners.ts'
import { sameSession } from '../same-session.ts'

export type { HostContact, HostSession } from './session.ts'

/** A source whose contacts the page around the panel tells; it connects until `set` is called for the first time. */
export interface HostSource extends ContactSource {
  /** Replaces all that was said before. Throws a TypeError that names the member that is wrong. */
  readonly set: (session: HostSession) => void
}

/**
 * For a host in the same page, which knows the contact in front of the agent by its own means.
 *
 *     const source = createHostSource()
 *     source.set({ contact: { contactId: '5f1c…', channel: 'chat', displayName: 'Maya Lopez' } })
 *     source.set({ contact: null })
 */
export function createHostSource(now: () => number = Date.now): HostSource {
  const listeners = createListeners()
  let snapshot: ContactSession = { status: 'connecting' }
  let isClosed = false
  return {
    teller: 'host',
    subscribe: (onChange) => (isClosed ? () => {} : listeners.add(onChange)),
    getSnapshot: () => snapshot,
    set: (pushed) => {
      const reading = readHostSession(pushed)
      if (!reading.ok) throw new TypeError(`source.set(): ${reading.reason}`)
      const next = sessionFrom(reading.session, snapshot, now())
      if (isClosed || sameSession(snapshot, next)) return
      snapshot = next
      listeners.tell()
    },
    close: () => {
      isClosed = true
      listeners.clear()
    },
  }
}
