import * as z from 'zod/mini'
import { createSnapshotStore, type Snapshots } from '../../core/listeners/snapshot-store.ts'
import type { ContactSession } from '../contact-source.ts'
import { emptyView, viewGraceMs, withContacts, withTime, withViewed } from '../current-contact.ts'
import { readySession } from '../ready-session.ts'
import { sameSession } from '../same-session.ts'
import type { Streams, StreamsAgent } from './api.ts'
import { readAgent, readContacts } from './contact.ts'

/** The session of a running Streams. Each message of the CCP causes at most one announcement. */
export interface StreamsSession extends Snapshots<ContactSession> {
  /** Listens to an initialised Streams; returns how to stop. */
  readonly follow: (streams: Streams) => () => void
  /** Streams did not load, or did not answer in time. */
  readonly giveUp: () => void
}

type Waiting = Exclude<ContactSession['status'], 'ready' | 'permission-missing'>

const viewSchema = z.object({ contactId: z.string() })

/** `signIn` opens the sign-in window of a CCP that this page embeds. */
export function createStreamsSession(signIn?: () => boolean): StreamsSession {
  const store = createSnapshotStore<ContactSession>({ status: 'connecting' }, sameSession)
  let waiting: Waiting | undefined = 'connecting'
  let view = emptyView
  let readReady: (() => ContactSession) | undefined
  let isScheduled = false

  const notReady = (status: Waiting): ContactSession => {
    const mayHelp = status === 'not-answering' || status === 'sign-in-needed' || status === 'signed-out'
    return mayHelp && signIn ? { status, signIn } : { status }
  }

  const announceSoon = () => {
    if (isScheduled) return
    isScheduled = true
    queueMicrotask(() => {
      isScheduled = false
      store.set(waiting === undefined && readReady ? readReady() : notReady(waiting ?? 'connecting'))
    })
  }

  const waitFor = (reason: Waiting) => {
    waiting = reason
    announceSoon()
  }

  // While the agent must sign in, Streams also reports that the CCP does not answer. Keep the first reason: it says more.
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
      return known ? readySession(view, known) : { status: 'not-understood' }
    }
    announceSoon()
  }

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
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
      // For every snapshot, Streams first updates the contacts, then sends the refresh of the agent, then the events of the
      // contacts. So this one subscription covers all contacts, including earlier ones, which `connect.contact` does not
      // report.
      subscriptions.push(
        agent((known) => {
          onAgent(known, streams)
          subscriptions.push(known.onRefresh((refreshed) => onAgent(refreshed, streams)))
        }),
      )
      return () => {
        for (const subscription of subscriptions.splice(0)) subscription?.unsubscribe()
        // A terminated Streams throws when its contacts are read.
        readReady = undefined
        waiting = 'connecting'
      }
    },
    giveUp: () => waitFor('not-answering'),
  }
}
