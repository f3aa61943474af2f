import type { FieldRules } from '../../core/task/task-parts.ts'
import { createSnapshotStore, type Snapshots } from '../../core/listeners/snapshot-store.ts'
import type { ContactSource } from '../contact-source.ts'
import { hostProtocolVersion, readHostMessage, type PanelEvent, type PanelMessage } from './protocol.ts'
import { createHostSource } from './source.ts'

interface HostMessageEvent {
  readonly data: unknown
  readonly origin: string
  readonly source: unknown
}

type Listen = (type: 'message', listener: (event: HostMessageEvent) => void) => void

/** The part of `window` that a framed page needs to exchange messages with the page around it. */
export interface FramedPage {
  readonly parent: {
    readonly postMessage: (message: PanelMessage, targetOrigin: string) => void
  }
  /** The origins that embed this page, nearest first; absent in some browsers. */
  readonly location: { readonly ancestorOrigins?: { readonly [index: number]: string | undefined } }
  readonly addEventListener: Listen
  readonly removeEventListener: Listen
}

export interface HostMessagesOptions {
  readonly page: FramedPage
  /** The exact origins of the pages that may embed the panel and send it messages. */
  readonly origins: readonly string[]
}

export interface HostMessages {
  /** The contacts that the embedding page sends. Closing the source stops listening. */
  readonly source: ContactSource
  /** The field rules that the embedding page sends. Empty before the first message. */
  readonly fields: Snapshots<FieldRules>
  readonly tell: (event: PanelEvent) => void
}

/** Exchanges the messages of protocol.ts with the page that embeds this one, and with no other page. */
export function createHostMessages({ page, origins }: HostMessagesOptions): HostMessages {
  const source = createHostSource()
  const fields = createSnapshotStore<FieldRules>({})
  const around: object = page.parent
  const isFramed = around !== page
  const embeddedBy = page.location.ancestorOrigins?.[0]
  // The browser logs an error for each message addressed to another origin, so send to one address if it is known.
  const addresses = origins.filter((origin) => embeddedBy === undefined || origin === embeddedBy)

  function send(message: PanelMessage) {
    if (!isFramed) return
    for (const address of addresses) page.parent.postMessage(message, address)
  }

  function receive({ data, origin, source: sender }: HostMessageEvent) {
    if (sender !== page.parent || !origins.includes(origin)) return
    const reading = readHostMessage(data)
    if (reading.status === 'contacts') source.set(reading.session)
    if (reading.status === 'fields') fields.set(reading.fields)
    if (reading.status === 'refused')
      send({ tasklink: hostProtocolVersion, type: 'refused', reason: reading.reason })
  }

  page.addEventListener('message', receive)
  send({ tasklink: hostProtocolVersion, type: 'ready' })
  return {
    source: {
      ...source,
      close() {
        page.removeEventListener('message', receive)
        source.close()
      },
    },
    fields,
    tell: (event) => send({ tasklink: hostProtocolVersion, ...event }),
  }
}
