import type { InstanceUser } from '../instance/instance.ts'
import { servePage } from '../page-server.ts'
import { createKeptDocuments } from './kept-documents.ts'
import type { Opening } from './page/session/opening.ts'
import { createSamlInstance } from './saml-instance.ts'

export interface CcpSimulatorOptions {
  /** Default: a free port. */
  readonly port?: number
  readonly host?: string
  /** The origins of the pages that may embed this CCP. */
  readonly approvedOrigins: readonly string[]
  /** The Connect simulator, which gets each change of contacts before the embedding page does. */
  readonly connectUrl?: string
  readonly agent: InstanceUser
  /** Lists 100 quick connects instead of a few. */
  readonly isLargeInstance?: boolean
  /** For a SAML instance: whether its identity provider issued a response. The agent is signed out at the start. */
  readonly acceptsSaml?: ((response: string) => boolean) | undefined
  /** The directory of the built page. */
  readonly pageDirectory: string
}

export interface CcpSimulator {
  /** The `ccpUrl` for Streams. Add `?scenario=` to start with contacts. */
  readonly url: string
  /** Sets how the page opens from its next load on. */
  readonly openNext: (opening: Opening) => void
  /** Replaces the origins of the pages that may embed it. */
  readonly approve: (origins: readonly string[]) => void
  /** Deletes the stored session and opening, and restores the approved origins. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

/** The page of a contact on the website of the instance, which the panel links to. */
function contactDetails(path: string): string | undefined {
  const contactId = /^\/contact-trace-records\/details\/([\w-]+)$/.exec(path)?.[1]
  return contactId && `Contact ${contactId}: in Amazon Connect, this page shows its details.`
}

/** Serves the CCP page on its own origin. As in Connect, only approved origins may frame it. */
export async function startCcpSimulator(options: CcpSimulatorOptions): Promise<CcpSimulator> {
  const { connectUrl, agent, isLargeInstance, acceptsSaml, ...served } = options
  const kept = createKeptDocuments()
  const saml = acceptsSaml && createSamlInstance(kept, acceptsSaml)
  let { approvedOrigins } = options
  const { url, close } = await servePage({
    ...served,
    basePath: '/ccp-v2/',
    configuration: { connectUrl, agent, isLargeInstance },
    pageOutside: contactDetails,
    headers: () => ({
      'Content-Security-Policy': `frame-ancestors ${["'self'", ...approvedOrigins].join(' ')}`,
    }),
    answerFirst: (saml ?? kept).answer,
  })
  return {
    url,
    openNext: (opening) => kept.set('opening', opening),
    approve: (origins) => {
      approvedOrigins = origins
    },
    reset: () => {
      kept.clear()
      saml?.signOut()
      approvedOrigins = options.approvedOrigins
    },
    close,
  }
}
