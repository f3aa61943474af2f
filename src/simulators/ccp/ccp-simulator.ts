import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { InstanceUser } from '../instance/instance.ts'
import { listen, stopListening } from '../listen.ts'
import { createKeptDocuments } from './kept-documents.ts'
import type { Opening } from './page/opening.ts'
import { staticFile } from './static-file.ts'

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

const basePath = '/ccp-v2/'

/** Serves the CCP page on an origin of its own, as Connect serves its own: framed by approved origins only. */
export async function startCcpSimulator(options: CcpSimulatorOptions): Promise<CcpSimulator> {
  const { connectUrl, agent, pageDirectory, host = '127.0.0.1', port = 0 } = options
  const configuration = JSON.stringify({ connectUrl, agent })
  const kept = createKeptDocuments()
  let { approvedOrigins } = options

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = pathBelowBase(request.url ?? '/')
    if (path !== undefined && (await kept.answer(path, request, response))) return
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    if (path === 'configuration.json') {
      response.setHeader('Content-Type', 'application/json').end(configuration)
      return
    }
    const file = path === undefined ? undefined : await staticFile(pageDirectory, path || 'index.html')
    if (file) response.setHeader('Content-Type', file.contentType).end(file.body)
    else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found')
  }

  const server = createServer((request, response) => {
    response.setHeader(
      'Content-Security-Policy',
      `frame-ancestors ${["'self'", ...approvedOrigins].join(' ')}`,
    )
    response.setHeader('Cache-Control', 'no-store')
    void answer(request, response)
  })

  return {
    url: `${await listen(server, port, host)}${basePath}`,
    openNext: (opening) => kept.set('opening', opening),
    approve: (origins) => {
      approvedOrigins = origins
    },
    reset: () => {
      kept.clear()
      approvedOrigins = options.approvedOrigins
    },
    close: () => stopListening(server),
  }
}

/** The decoded path under the base, or undefined for an address outside of it or one that cannot be decoded. */
function pathBelowBase(requestUrl: string): string | undefined {
  try {
    const { pathname } = new URL(requestUrl, 'http://ccp.invalid')
    return pathname.startsWith(basePath) ? decodeURIComponent(pathname.slice(basePath.length)) : undefined
  } catch {
    return undefined
  }
}
