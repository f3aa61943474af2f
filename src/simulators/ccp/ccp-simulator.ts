import { createServer, type ServerResponse } from 'node:http'
import type { InstanceUser } from '../instance/instance.ts'
import { listen, stopListening } from '../listen.ts'
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
  readonly close: () => Promise<void>
}

const basePath = '/ccp-v2/'

/** Serves the CCP page on an origin of its own, as Connect serves its own: framed by approved origins only. */
export async function startCcpSimulator(options: CcpSimulatorOptions): Promise<CcpSimulator> {
  const host = options.host ?? '127.0.0.1'
  const { connectUrl, agent } = options
  const configuration = JSON.stringify({ connectUrl, agent })
  const policy = `frame-ancestors ${["'self'", ...options.approvedOrigins].join(' ')}`

  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy)
    response.setHeader('Cache-Control', 'no-store')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end()
      return
    }
    void answer(response, pathBelowBase(request.url ?? '/'), {
      configuration,
      directory: options.pageDirectory,
    })
  })

  return {
    url: `${await listen(server, options.port ?? 0, host)}${basePath}`,
    close: () => stopListening(server),
  }
}

interface Served {
  readonly configuration: string
  readonly directory: string
}

async function answer(
  response: ServerResponse,
  path: string | undefined,
  { configuration, directory }: Served,
) {
  if (path === 'configuration.json') {
    response.setHeader('Content-Type', 'application/json').end(configuration)
    return
  }
  const file = path === undefined ? undefined : await staticFile(directory, path || 'index.html')
  if (file) response.setHeader('Content-Type', file.contentType).end(file.body)
  else response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found')
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
