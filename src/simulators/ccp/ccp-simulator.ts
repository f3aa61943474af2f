import type { InstanceUser } from '../instance/instance.ts'
import { servePage } from '../page-server.ts'
import { createKeptDocuments } from './kept-documents.ts'
import type { Opening } from './page/opening.ts'

export interface CcpSimulatorOptions {
  /** A free one when absent. */
  readonly port?: number
  readonly host?: string
  /** Scheme, host and port of every page that may embed this CCP. */
  readonly approvedOrigins: readonly string[]
  /** The Connect simulator, which hears of every contact before any page does. */
  readonly connectUrl?: string
  readonly agent: InstanceUser
  /** The built page. */
  readonly pageDirectory: string
}

export interface CcpSimulator {
  /** What a page gives to Streams as `ccpUrl`; add `?scenario=` for contacts. */
  readonly url: string
  /** How the page opens from now on. */
  readonly openNext: (opening: Opening) => void
  /** Whose pages may embed it from now on, and nobody else's. */
  readonly approve: (origins: readonly string[]) => void
  /** As it was started: nobody has been here yet. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

/** Serves the CCP page on an origin of its own, as Connect serves its own: framed by approved origins only. */
export async function startCcpSimulator(options: CcpSimulatorOptions): Promise<CcpSimulator> {
  const { connectUrl, agent, ...served } = options
  const kept = createKeptDocuments()
  let { approvedOrigins } = options
  const { url, close } = await servePage({
    ...served,
    basePath: '/ccp-v2/',
    configuration: { connectUrl, agent },
    headers: () => ({
      'Content-Security-Policy': `frame-ancestors ${["'self'", ...approvedOrigins].join(' ')}`,
    }),
    answerFirst: kept.answer,
  })
  return {
    url,
    openNext: (opening) => kept.set('opening', opening),
    approve: (origins) => {
      approvedOrigins = origins
    },
    reset: () => {
      kept.clear()
      approvedOrigins = options.approvedOrigins
    },
    close,
  }
}
