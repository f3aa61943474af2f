import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { request as startRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import { pipeline } from 'node:stream'
import { createServer, type Plugin, type ViteDevServer } from 'vite'
import { embedPath, pagePath, signedInPath, signInPath, workspacePath } from '../contract/page-paths.ts'
import type { WatchedProxy } from './watched-proxy.ts'

const pagePaths = new Set<string>([pagePath, embedPath, workspacePath, signInPath, signedInPath])

/** Headers about the body of the proxy's answer. All others protect the page and are passed on. */
const bodyHeaders =
  /^(content-(type|length|encoding)|transfer-encoding|connection|keep-alive|date|etag|last-modified)$/

/**
 * The panel from its source, in front of the proxy, on one origin as when the proxy serves it.
 *
 * A page has the headers that the proxy gives it. These differences remain in development:
 * - Vite puts scripts and styles into the page, so its policy allows those that carry a nonce.
 * - Vite waits for a restarted server in a worker, so its policy allows workers made by the page.
 * - Scripts and styles come from Vite one by one: not bundled, not compressed, and without the proxy's headers.
 */
export async function startPanelServer(port: number, proxy: WatchedProxy): Promise<ViteDevServer> {
  const nonce = randomUUID()
  const server = await createServer({
    appType: 'custom',
    cacheDir: 'node_modules/.vite/dev',
    clearScreen: false,
    html: { cspNonce: nonce },
    logLevel: 'warn',
    // Vite would scan every page of the source for dependencies, also those of the examples.
    optimizeDeps: { entries: ['index.html'] },
    plugins: [servedByProxy(proxy, nonce)],
    server: {
      host: 'localhost',
      port,
      strictPort: true,
      // Vite's own answer to other origins would hide that of the proxy.
      cors: false,
    },
  })
  return server.listen()
}

/** Answers requests that are not for a source file: pages with the proxy's headers, other requests by the proxy. */
const servedByProxy = (proxy: WatchedProxy, nonce: string): Plugin => ({
  name: 'tasklink-proxy',
  configureServer: (server) => () => {
    server.middlewares.use((request, response) => {
      const { pathname } = new URL(request.url ?? '/', proxy.origin)
      const answer = pagePaths.has(pathname)
        ? sendPage(server, { proxy, nonce, pathname }, response)
        : forward(request, response, proxy)
      answer.catch((error: unknown) => {
        server.config.logger.error(`The proxy did not answer: ${String(error)}`)
        if (response.headersSent) response.destroy()
        else response.writeHead(502).end('The proxy did not answer. The terminal says why.')
      })
    })
  },
})

interface PageRequest {
  readonly proxy: WatchedProxy
  readonly nonce: string
  readonly pathname: string
}

async function sendPage(server: ViteDevServer, asked: PageRequest, response: ServerResponse): Promise<void> {
  const { proxy, nonce, pathname } = asked
  await proxy.settled()
  const { headers } = await fetch(`${proxy.origin}${pathname}`)
  for (const [name, value] of headers) {
    if (!bodyHeaders.test(name)) {
      response.setHeader(name, name === 'content-security-policy' ? policyForVite(value, nonce) : value)
    }
  }
  const html = await readFile(`${server.config.root}/index.html`, 'utf8')
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('cache-control', 'no-cache')
  response.end(await server.transformIndexHtml(pathname, html))
}

const policyForVite = (policy: string, nonce: string) =>
  `${policy.replaceAll(/(script-src|style-src) [^;]*/g, `$& 'nonce-${nonce}'`)}; worker-src blob:`

async function forward(
  request: IncomingMessage,
  response: ServerResponse,
  proxy: WatchedProxy,
): Promise<void> {
  await proxy.settled()
  const { method = 'GET', headers, url = '/' } = request
  await new Promise<void>((resolve, reject) => {
    const onward = startRequest(`${proxy.origin}${url}`, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      pipeline(answer, response, () => resolve())
    })
    onward.once('error', reject)
    response.once('close', () => onward.destroy())
    request.pipe(onward)
  })
}
