import type { ContactSession, ContactSource } from '../../contacts/contact-source.ts'

const isOnCall = (session: ContactSession) =>
  session.status === 'ready' &&
  session.contacts.some(
    ({ channel, state }) =>
      (channel === 'voice' || channel === 'queue_callback') &&
      (state === 'connecting' || state === 'connected'),
  )

/**
 * Returns the same source. Until it is closed, the browser asks before the agent leaves the page during a call, because a
 * reload would drop the softphone's call.
 */
export function guardLeaving(source: ContactSource): ContactSource {
  // A CCP whose session has expired reports no contacts, but the call goes on.
  let lastKnown = source.getSnapshot()
  const stopListening = source.subscribe(() => {
    const session = source.getSnapshot()
    if (session.status === 'ready') lastKnown = session
  })
  const askFirst = (event: BeforeUnloadEvent) => {
    if (isOnCall(lastKnown)) event.preventDefault()
  }
  window.addEventListener('beforeunload', askFirst)
  return {
    ...source,
    close: () => {
      stopListening()
      window.removeEventListener('beforeunload', askFirst)
      source.close()
    },
  }
}
