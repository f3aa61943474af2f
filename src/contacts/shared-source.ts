import { createSnapshotStore, type Snapshots } from '../core/listeners/snapshot-store.ts'
import type { ContactSession, ContactSource, Teller } from './contact-source.ts'

/** One of several sources that follow a session of which the page has only one; each is closed on its own. */
export function shareSource(session: Snapshots<ContactSession>, teller: Teller): ContactSource {
  const store = createSnapshotStore(session.getSnapshot())
  const stopCopying = session.subscribe(() => store.set(session.getSnapshot()))
  return { teller, subscribe: store.subscribe, getSnapshot: store.getSnapshot, close: stopCopying }
}
