import { useEffect } from 'react'
import type { ContactSession, ContactSource } from '../contacts/contact-source.ts'

const isOnCall = (session: ContactSession) =>
  session.status === 'ready' &&
  session.contacts.some(
    ({ channel, state }) =>
      (channel === 'voice' || channel === 'queue_callback') &&
      (state === 'connecting' || state === 'connected'),
  )

/** Asks before the page is left during a call: a softphone is heard in this page, and a reload cuts it off. */
export function useLeaveGuard(source: ContactSource | undefined): void {
  useEffect(() => {
    const askFirst = (event: BeforeUnloadEvent) => {
      if (source && isOnCall(source.getSnapshot())) event.preventDefault()
    }
    window.addEventListener('beforeunload', askFirst)
    return () => window.removeEventListener('beforeunload', askFirst)
  }, [source])
}
