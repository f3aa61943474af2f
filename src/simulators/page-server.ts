import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { listen, stopListening } from './listen.ts'
import { staticFile } from './static-file.ts'

export interface PageServerOptions {
  /** Default: a free port. */
  readonly port?: number
  readonly host?: string
  /** The path of the page, ending in a slash. */
  readonly basePath: string
  /** The directory of the built page. */
  readonly pageDirectory: string
  /** The content of `configuration.json`, which the page reads. */
  readonly configuration: unknown
  /** The text of a page outside the base path; undefined if there is none. */
  readonly pageOutside?: (path: string) => string | undefined
  /** Called for each response. */
  readonly headers?: () => Readonly<Record<string, string>>
  /** Handles a request before files are served; resolves to true if it answered. */
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

/** Serves a simulator's built page on its own origin. */
export async function servePage(options: PageServerOptions): Promise<PageServer> {
  const { basePath, pageDirectory, answerFirst, pageOutside, host = '127.0.0.1', port = 0 } = options
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
    const outside = path === undefined ? pageOutside?.(request.url ?? '/') : undefined
    if (outside !== undefined) {
      response.setHeader('Content-Type', 'text/plain; charset=utf-8').end(outside)
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

/** Returns the decoded path below the base, or undefined if it is outside the base or cannot be decoded. */
function pathBelow(basePath: string, requestUrl: string): string | undefined {
  try {
    const { pathname } = new URL(requestUrl, 'http://page.invalid')
    return pathname.startsWith(basePath) ? decodeURIComponent(pathname.slice(basePath.length)) : undefined
  } catch {
    return undefined
  }
}
