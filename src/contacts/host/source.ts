import { createSnapshotStore } from '../../core/listeners/snapshot-store.ts'
import type { ContactSession, ContactSource } from '../contact-source.ts'
import { readHostSession, sessionFrom, type HostSession } from './session.ts'
import { sameSession } from '../same-session.ts'

export type { HostContact, HostSession } from './session.ts'

/** A source that the page around the panel fills; its session is `connecting` until the first call of `set`. */
export interface HostSource extends ContactSource {
  /** Replaces the whole session. Throws a TypeError that names the wrong member. */
  readonly set: (session: HostSession) => void
}

/**
 * For a host in the same page that knows the contact in front of the agent.
 *
 *     const source = createHostSource()
 *     source.set({ contact: { contactId: '5f1c…', channel: 'chat', displayName: 'Maya Lopez' } })
 *     source.set({ contact: null })
 */
export function createHostSource(now: () => number = Date.now): HostSource {
  const store = createSnapshotStore<ContactSession>({ status: 'connecting' }, sameSession)
  let isClosed = false
  return {
    teller: 'host',
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    set: (pushed) => {
      const reading = readHostSession(pushed)
      if (!reading.ok) throw new TypeError(`source.set(): ${reading.reason}`)
      if (!isClosed) store.set(sessionFrom(reading.session, store.getSnapshot(), now()))
    },
    close: () => {
      isClosed = true
    },
  }
}
