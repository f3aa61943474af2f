import type { WorkspaceApp } from './api.ts'
import { contactTopics, readContactEvent, type Opened, type TopicMeaning } from './events.ts'
import type { KnownContacts } from './known-contacts.ts'
import { readWorkspace, type Reading } from './reads.ts'

/** Reads contacts from the workspace, and subscribes to the events about them. */
export interface ContactReader {
  /** The workspace opened the app like this; undefined if the event could not be read. */
  readonly open: (opened: Opened | undefined) => void
  readonly connect: (app: WorkspaceApp) => void
  /** The workspace shows the app for this contact. */
  readonly show: (contactId: string) => void
  /** Reads everything. Does nothing before the app is connected and opened. */
  readonly read: () => Promise<void>
}

export interface ContactReaderOptions {
  readonly known: KnownContacts
  /** A hidden app does not read; it reads when it is shown again. */
  readonly isShown: () => boolean
  /** An event changed the known contacts. */
  readonly onEvent: () => void
  /** A read ended. `missing` names the permissions it lacks; undefined when the contacts are known. */
  readonly onRead: (missing: readonly string[] | undefined) => void
}

export function createContactReader({
  known,
  isShown,
  onEvent,
  onRead,
}: ContactReaderOptions): ContactReader {
  const followed = new Set<string | undefined>()
  let app: WorkspaceApp | undefined
  let opened: Opened | undefined
  let latest: Promise<Reading> | undefined

  function follow(contactId?: string) {
    if (!app || !opened || followed.has(contactId)) return
    followed.add(contactId)
    for (const meaning of contactTopics(opened.permissions, contactId)) {
      app.provider.subscribe(meaning.topic, async (event) => take(event, meaning))
    }
  }

  function take(event: unknown, { becomes }: TopicMeaning) {
    const about = readContactEvent(event)
    if (!about || !opened) return
    const { contactId, type: channel } = about
    if (!opened.isCrossContact && contactId !== opened.contactId) return
    const isNew = known.takeEvent({ contactId, channel }, becomes)
    onEvent()
    // The name of the contact may be readable now.
    if (becomes !== 'gone' && (isNew || becomes === 'connected')) void read()
  }

  async function read() {
    if (!app || !opened || !isShown()) return
    const takeAnswer = known.beginRead()
    const { contactId: openedFor } = opened
    const reading = readWorkspace(app, opened)
    latest = reading
    const result = await reading
    // A later read has replaced this one.
    if (latest !== reading) return
    if (result.ok) takeAnswer(result)
    if (result.ok) for (const contactId of known.ids()) follow(contactId)
    onRead(result.ok || known.hasLeft(openedFor) ? undefined : result.missing)
  }

  return {
    open: (next) => {
      opened = next
      if (!next) return
      if (next.contactId !== undefined) known.show(next.contactId)
      if (next.isCrossContact) follow()
      if (next.contactId !== undefined) follow(next.contactId)
    },
    connect: (connected) => {
      app = connected
    },
    show: (contactId) => {
      if (!opened) return
      if (!opened.isCrossContact) opened = { ...opened, contactId }
      known.show(contactId)
      follow(contactId)
    },
    read,
  }
}
