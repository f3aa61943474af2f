import type { FieldRules } from '../../core/field-rules.ts'
import type { ContactSource } from '../contact-source.ts'
import { hostProtocolVersion, readHostMessage, type PanelEvent, type PanelMessage } from './protocol.ts'
import { createHostSource } from './source.ts'
import { createListeners } from '../listeners.ts'

interface HostMessageEvent {
  readonly data: unknown
  readonly origin: string
  readonly source: unknown
}

type Listen = (type: 'message', listener: (event: HostMessageEvent) => void) => void

/** The part of `window` that a page in a frame needs to speak with the page around it. */
export interface FramedPage {
  readonly parent: {
    readonly postMessage: (message: PanelMessage, targetOrigin: string) => void
  }
  /** Who embeds this page, nearest first; not every browser tells. */
  readonly location: { readonly ancestorOrigins?: { readonly [index: number]: string | undefined } }
  readonly addEventListener: Listen
  readonly removeEventListener: Listen
}

export interface HostMessagesOptions {
  readonly page: FramedPage
  /** The origins of the pages that may embed the panel and be heard, exactly. */
  readonly origins: readonly string[]
}

export interface HostMessages {
  /** The contacts that the embedding page tells; closing it stops listening. */
  readonly source: ContactSource
  /** The field rules that it tells; none until it does. */
  readonly fields: {
    readonly subscribe: (onChange: () => void) => () => void
    readonly getSnapshot: () => FieldRules
  }
  readonly tell: (event: PanelEvent) => void
}

/** Listens to the page that embeds this one, and to nobody else; what it says is in host-protocol.ts. */
export function createHostMessages({ page, origins }: HostMessagesOptions): HostMessages {
  const source = createHostSource()
  const fieldsListeners = createListeners()
  let fields: FieldRules = {}
  const around: object = page.parent
  const isFramed = around !== page
  const embeddedBy = page.location.ancestorOrigins?.[0]
  // A browser complains in the console of every message that was addressed to another origin, so only one is tried if it tells.
  const addresses = origins.filter((origin) => embeddedBy === undefined || origin === embeddedBy)

  function say(message: PanelMessage) {
    if (!isFramed) return
    for (const address of addresses) page.parent.postMessage(message, address)
  }

  function hear({ data, origin, source: sender }: HostMessageEvent) {
    if (sender !== page.parent || !origins.includes(origin)) return
    const reading = readHostMessage(data)
    if (reading.status === 'contacts') source.set(reading.session)
    if (reading.status === 'fields') {
      fields = reading.fields
      fieldsListeners.tell()
    }
    if (reading.status === 'refused')
      say({ tasklink: hostProtocolVersion, type: 'refused', reason: reading.reason })
  }

  page.addEventListener('message', hear)
  say({ tasklink: hostProtocolVersion, type: 'ready' })
  return {
    source: {
      ...source,
      close() {
        page.removeEventListener('message', hear)
        source.close()
      },
    },
    fields: { subscribe: fieldsListeners.add, getSnapshot: () => fields },
    tell: (event) => say({ tasklink: hostProtocolVersion, ...event }),
  }
}
