import { createSnapshotStore, type Snapshots } from '../../core/snapshot-store.ts'
import type { ContactSession, SourceAgent } from '../contact-source.ts'
import { currentContactId, emptyView, withContacts, withViewed } from '../current-contact.ts'
import { sameSession } from '../same-session.ts'
import type { WorkspaceApp, WorkspaceAppConfig } from './api.ts'
import { contactsAfter, contactsRead, type Heard } from './contacts.ts'
import {
  contactTopics,
  type Opened,
  readContactEvent,
  readCreated,
  readFatalError,
  readHealth,
  readStartedContactId,
  type TopicMeaning,
} from './events.ts'
import { type Reading, readWorkspace } from './reads.ts'

/** The session of the agent workspace around this page. */
export interface WorkspaceSession extends Snapshots<ContactSession> {
  /** The SDK calls these when the workspace opens and removes the app. */
  readonly lifecycle: Pick<WorkspaceAppConfig, 'onCreate' | 'onDestroy'>
  /** Listens to a workspace after `init`. */
  readonly follow: (app: WorkspaceApp) => void
  /** There is no workspace to follow. */
  readonly giveUp: (why: 'outside-workspace' | 'not-answering') => void
  /** Registers work that the workspace waits for before it removes the app; returns how to cancel. */
  readonly beforeGone: (finish: () => Promise<void>) => () => void
}

type Waiting = Exclude<ContactSession, { status: 'ready' }>

export function createWorkspaceSession(now: () => number): WorkspaceSession {
  const first: Waiting = { status: 'connecting' }
  const store = createSnapshotStore<ContactSession>(first, sameSession)
  const finishes = new Set<() => Promise<void>>()
  const followed = new Set<string | undefined>()
  let waiting: Waiting | undefined = first
  let isHealthy = true
  let isShown = false
  let app: WorkspaceApp | undefined
  let opened: Opened | undefined
  let agent: SourceAgent | undefined
  let view = emptyView
  let heard: ReadonlyMap<string, Heard> = new Map()
  let reading: Promise<Reading> | undefined

  function sessionNow(): ContactSession {
    if (waiting) return waiting
    if (!isHealthy) return { status: 'not-answering' }
    const current = currentContactId(view)
    return {
      status: 'ready',
      contacts: view.contacts,
      ...(agent ? { agent } : {}),
      ...(current === undefined ? {} : { currentContactId: current }),
    }
  }

  function announce() {
    // The agent cannot see a hidden app; it announces when it is shown again.
    if (opened && !isShown) return
    store.set(sessionNow())
  }

  function waitFor(next: Waiting) {
    waiting = next
    announce()
  }

  function follow(contactId?: string) {
    if (!app || !opened || followed.has(contactId)) return
    followed.add(contactId)
    for (const meaning of contactTopics(opened.permissions, contactId)) {
      app.provider.subscribe(meaning.topic, async (event) => onContactEvent(event, meaning))
    }
  }

  function onContactEvent(event: unknown, { becomes }: TopicMeaning) {
    const about = readContactEvent(event)
    if (!about || !opened) return
    if (!opened.isCrossContact && about.contactId !== opened.contactId) return
    const { contactId, type: channel } = about
    const latest = { becomes, at: now() }
    heard = new Map([...heard, [contactId, latest]])
    const isNew = view.contacts.every((contact) => contact.contactId !== contactId)
    view = withContacts(view, contactsAfter(view.contacts, { contactId, channel }, latest))
    announce()
    // The name of the contact may be readable now.
    if (becomes !== 'gone' && (isNew || becomes === 'connected')) void read()
  }

  /** Reads everything, unless the app is hidden: then it reads when it is shown again. */
  async function read() {
    if (!app || !opened || !isShown) return
    const heardBefore = heard
    const asked = readWorkspace(app, opened)
    reading = asked
    const result = await asked
    // A later read has replaced this one.
    if (reading !== asked) return
    take(result, heardBefore)
  }

  function take(result: Reading, heardBefore: typeof heard) {
    const isGone = heard.get(opened?.contactId ?? '')?.becomes === 'gone'
    if (result.ok) {
      agent = result.agent ?? agent
      const during = { heardBefore, heard, known: view.contacts, now: now() }
      view = withContacts(view, contactsRead(result.contacts, during))
      for (const { contactId } of view.contacts) follow(contactId)
    }
    if (result.ok || isGone) waiting = undefined
    else if (result.missing.length > 0)
      waiting = { status: 'permission-missing', permissions: result.missing }
    else waiting = { status: 'not-answering' }
    announce()
  }

  async function onCreate(event: unknown) {
    opened = readCreated(event)
    if (!opened) return waitFor({ status: 'not-understood' })
    const { contactId, isCrossContact } = opened
    if (contactId !== undefined) view = withViewed(view, contactId, now())
    if (isCrossContact) follow()
    if (contactId !== undefined) follow(contactId)
  }

  async function onStart(event: unknown) {
    isShown = true
    const contactId = readStartedContactId(event)
    if (contactId !== undefined && opened) {
      if (!opened.isCrossContact) opened = { ...opened, contactId }
      view = withViewed(view, contactId, now())
      follow(contactId)
    }
    announce()
    await read()
  }

  async function onHealth(change: unknown) {
    const wasHealthy = isHealthy
    isHealthy = readHealth(change) !== 'unhealthy'
    announce()
    // Events of the time without connection were lost.
    if (isHealthy && !wasHealthy) await read()
  }

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    lifecycle: {
      onCreate,
      onDestroy: async () => {
        const results = await Promise.allSettled([...finishes].map((finish) => finish()))
        for (const result of results) if (result.status === 'rejected') reportError(result.reason)
      },
    },
    follow: (connected) => {
      app = connected
      const { provider } = connected
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
    beforeGone: (finish) => {
      finishes.add(finish)
      return () => void finishes.delete(finish)
    },
  }
}
