import * as z from 'zod/mini'
import type { ContactSession } from '../contact-source.ts'
import {
  currentContactId,
  emptyView,
  viewGraceMs,
  withContacts,
  withTime,
  withViewed,
} from '../current-contact.ts'
import { createListeners } from '../listeners.ts'
import { sameSession } from '../same-session.ts'
import type { Streams, StreamsAgent } from './api.ts'
import { readAgent, readContacts } from './contact.ts'

/** What a running Streams says, as a session. */
export interface StreamsSession {
  readonly getSnapshot: () => ContactSession
  /** Announces once whatever one message of the CCP changes. */
  readonly subscribe: (onChange: () => void) => () => void
  /** Listens to a Streams that is initialised; returns how to stop. */
  readonly follow: (streams: Streams) => () => void
  /** Nothing that can be followed has answered. */
  readonly giveUp: () => void
}

type Waiting = Exclude<ContactSession['status'], 'ready' | 'permission-missing'>

const viewSchema = z.object({ contactId: z.string() })

export function createStreamsSession(): StreamsSession {
  const listeners = createListeners()
  let snapshot: ContactSession = { status: 'connecting' }
  let waiting: Waiting | undefined = 'connecting'
  let view = emptyView
  let readReady: (() => ContactSession) | undefined
  let isScheduled = false

  const announceSoon = () => {
    if (isScheduled) return
    isScheduled = true
    queueMicrotask(() => {
      isScheduled = false
      const next = waiting === undefined && readReady ? readReady() : { status: waiting ?? 'connecting' }
      if (sameSession(snapshot, next)) return
      snapshot = next
      listeners.tell()
    })
  }

  const waitFor = (reason: Waiting) => {
    waiting = reason
    announceSoon()
  }

  // While the agent has to sign in, Streams also gives up on the silent CCP; the reason it is silent says more.
  const noAnswer = () => {
    if (waiting === undefined || waiting === 'connecting') waitFor('not-answering')
  }

  const onView = (data: unknown) => {
    const { contactId } = viewSchema.parse(data)
    const at = performance.now()
    view = withViewed(view, contactId, at)
    announceSoon()
    if (contactId !== '') return
    setTimeout(() => {
      view = withTime(view, at + viewGraceMs)
      announceSoon()
    }, viewGraceMs)
  }

  const onAgent = (agent: StreamsAgent, { core }: Streams) => {
    waiting = undefined
    readReady = () => {
      view = withContacts(view, readContacts(agent, core))
      const known = readAgent(agent)
      if (!known) return { status: 'not-understood' }
      const current = currentContactId(view)
      const ready = { status: 'ready', agent: known, contacts: view.contacts } as const
      return current === undefined ? ready : { ...ready, currentContactId: current }
    }
    announceSoon()
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: listeners.add,
    follow: (streams) => {
      const { agent, core, EventType } = streams
      const bus = core.getEventBus()
      const subscriptions = [
        bus?.subscribe(EventType.ACK_TIMEOUT, noAnswer),
        core.onIframeRetriesExhausted?.(noAnswer),
        core.onAuthFail?.(() => waitFor('sign-in-needed')),
        bus?.subscribe(EventType.TERMINATED, () => waitFor('signed-out')),
        core.onAccessDenied?.(() => waitFor('access-denied')),
        core.onViewContact?.(onView),
      ]
      // Every snapshot refreshes the agent before its contacts' own events, with the contacts already in place.
      // So one subscription tells all, and contacts that were there before us, which `connect.contact` would not replay.
      subscriptions.push(
        agent((known) => {
          onAgent(known, streams)
          subscriptions.push(known.onRefresh((refreshed) => onAgent(refreshed, streams)))
        }),
      )
      return () => {
        for (const subscription of subscriptions.splice(0)) subscription?.unsubscribe()
        // A Streams that was torn down throws at whoever still asks for its contacts.
        readReady = undefined
        waiting = 'connecting'
      }
    },
    giveUp: () => waitFor('not-answering'),
  }
}
