import { createSnapshotStore, type Snapshots } from '../../core/listeners/snapshot-store.ts'
import type { ContactSession } from '../contact-source.ts'
import { sameSession } from '../same-session.ts'
import type { WorkspaceApp, WorkspaceAppConfig } from './api.ts'
import { createContactReader } from './contact-reader.ts'
import { readCreated, readFatalError, readHealth, readStartedContactId } from './events.ts'
import { createKnownContacts } from './known-contacts.ts'

/** The session of the agent workspace around this page. */
export interface WorkspaceSession extends Snapshots<ContactSession> {
  /** The SDK calls these when the workspace opens and removes the app. */
  readonly lifecycle: Pick<WorkspaceAppConfig, 'onCreate' | 'onDestroy'>
  /** Listens to a workspace after `init`. */
  readonly follow: (app: WorkspaceApp) => void
  /** Ends the waiting, because there is no workspace to follow. */
  readonly giveUp: (why: 'outside-workspace' | 'not-answering') => void
  /** Registers work that the workspace waits for before it removes the app; returns how to cancel. */
  readonly beforeGone: (finish: () => Promise<void>) => () => void
}

type Waiting = Exclude<ContactSession, { status: 'ready' }>

export function createWorkspaceSession(now: () => number): WorkspaceSession {
  const first: Waiting = { status: 'connecting' }
  const store = createSnapshotStore<ContactSession>(first, sameSession)
  const known = createKnownContacts(now)
  const { beforeGone, finish } = createFinishes()
  let waiting: Waiting | undefined = first
  let isHealthy = true
  let isOpened = false
  let isShown = false

  function announce() {
    // Announce nothing while the app is hidden. It announces when it is shown again.
    if (isOpened && !isShown) return
    store.set(waiting ?? (isHealthy ? known.session() : { status: 'not-answering' }))
  }

  function waitFor(next: Waiting | undefined) {
    waiting = next
    announce()
  }

  const reader = createContactReader({
    known,
    isShown: () => isShown,
    onEvent: announce,
    onRead: (missing) => waitFor(missing && troubleOf(missing)),
  })

  async function onCreate(event: unknown) {
    const opened = readCreated(event)
    isOpened = opened !== undefined
    reader.open(opened)
    if (!opened) waitFor({ status: 'not-understood' })
  }

  async function onStart(event: unknown) {
    isShown = true
    const contactId = readStartedContactId(event)
    if (contactId !== undefined) reader.show(contactId)
    announce()
    await reader.read()
  }

  async function onHealth(change: unknown) {
    const wasHealthy = isHealthy
    isHealthy = readHealth(change) !== 'unhealthy'
    announce()
    // Events were lost while there was no connection, so read again.
    if (isHealthy && !wasHealthy) await reader.read()
  }

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    lifecycle: { onCreate, onDestroy: finish },
    follow: (app) => {
      const { provider } = app
      reader.connect(app)
      provider.onStart(onStart)
      provider.onStop(async () => {
        isShown = false
      })
      provider.onError((error) => {
        const status = readFatalError(error)
        if (status) waitFor({ status })
      })
      provider.getProxy().onHealthCheckStatusChanged(onHealth)
    },
    giveUp: (status) => waitFor({ status }),
    beforeGone,
  }
}

const troubleOf = (missing: readonly string[]): Waiting =>
  missing.length > 0 ? { status: 'permission-missing', permissions: missing } : { status: 'not-answering' }

/** Work to finish before the workspace removes the app. */
function createFinishes() {
  const finishes = new Set<() => Promise<void>>()
  return {
    beforeGone: (finish: () => Promise<void>) => {
      finishes.add(finish)
      return () => void finishes.delete(finish)
    },
    finish: async () => {
      const results = await Promise.allSettled([...finishes].map((each) => each()))
      for (const result of results) if (result.status === 'rejected') reportError(result.reason)
    },
  }
}
