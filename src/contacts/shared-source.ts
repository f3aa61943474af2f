import type { ContactSource, Teller } from './contact-source.ts'

/** One of several sources that listen to what a page can have only once; closing it closes nobody else's. */
export function shareSource(
  session: Pick<ContactSource, 'getSnapshot' | 'subscribe'>,
  teller: Teller,
): ContactSource {
  const unsubscribes = new Set<() => void>()
  let isClosed = false
  let lastSnapshot = session.getSnapshot()
  return {
    teller,
    getSnapshot() {
      if (!isClosed) lastSnapshot = session.getSnapshot()
      return lastSnapshot
    },
    subscribe(onChange) {
      if (isClosed) return () => {}
      const unsubscribe = session.subscribe(onChange)
      unsubscribes.add(unsubscribe)
      return () => {
        unsubscribes.delete(unsubscribe)
        unsubscribe()
      }
    },
    close() {
      lastSnapshot = session.getSnapshot()
      isClosed = true
      for (const unsubscribe of unsubscribes) unsubscribe()
      unsubscribes.clear()
    },
  }
}
