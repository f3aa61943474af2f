import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen, stopListening } from './listen.ts'
import { staticFile } from './static-file.ts'

export interface PageServerOptions {
  /** A free one when absent. */
  readonly port?: number
  readonly host?: string
  /** Where the page lives, ending in a slash. */
  readonly basePath: string
  /** The built page. */
  readonly pageDirectory: string
  /** What the page reads as `configuration.json`. */
  readonly configuration: unknown
  /** Read at each answer. */
  readonly headers?: () => Readonly<Record<string, string>>
  /** What the page's own server answers beside files; whether it did. */
  readonly answerFirst?: (
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<boolean>
}

export interface PageServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Serves a simulator's built page on an origin of its own. */
export async function servePage(options: PageServerOptions): Promise<PageServer> {
  const { basePath, pageDirectory, answerFirst, host = '127.0.0.1', port = 0 } = options
  const configuration = JSON.stringify(options.configuration)

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = pathBelow(basePath, request.url ?? '/')
    if (path !== undefined && (await answerFirst?.(path, request, response))) return
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
    for (const [name, value] of Object.entries(options.headers?.() ?? {})) response.setHeader(name, value)
    response.setHeader('Cache-Control', 'no-store')
    void answer(request, response)
  })
  return {
    url: `${await listen(server, port, host)}${basePath}`,
    close: () => stopListening(server),
  }
}

/** The decoded path under the base, or undefined for an address outside of it or one that cannot be decoded. */
function pathBelow(basePath: string, requestUrl: string): string | undefined {
  try {
    const { pathname } = new URL(requestUrl, 'http://page.invalid')
    return pathname.startsWith(basePath) ? decodeURIComponent(pathname.slice(basePath.length)) : undefined
  } catch {
    return undefined
  }
}
