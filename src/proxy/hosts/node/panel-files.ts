import { serveStatic } from '@hono/node-server/serve-static'
import { compress } from 'hono/compress'
import type { Hono, MiddlewareHandler } from 'hono'
import { embedPath, pagePath, signedInPath, signInPath, workspacePath } from '../../../contract/page-paths.ts'
import type { RequestEnvironment } from '../../logs/request-log.ts'
import type { WarningLine } from '../../logs/warning-log.ts'

const pagePaths = [pagePath, embedPath, workspacePath, signInPath, signedInPath]

// Vite puts a hash of the content into the names of these files.
const hashedPaths = '/assets/*'

// These are of the build, not of the panel: Vite’s manifest names every source file.
const dotFilePattern = /(^|\/)\./

/** There is no built panel beside the built proxy. */
export const panelMissing = {
  warning: 'panel-missing',
  why: 'There is no dist/panel beside dist/proxy, so the proxy serves its API and no pages. Run npm run build, and copy both folders.',
} as const satisfies WarningLine

/** Serves the built panel: its page at each of its paths, and its files. */
export function servePanel(app: Hono<RequestEnvironment>, directory: string): void {
  for (const path of pagePaths) {
    app.get(path, compress(), cacheControl('no-cache'), serveStatic({ root: directory, path: 'index.html' }))
  }
  app.get(
    hashedPaths,
    compress(),
    cacheControl('public, max-age=31536000, immutable'),
    // The build writes each file compressed, too.
    serveStatic({ root: directory, precompressed: true }),
  )
  app.get('/*', (context, next) => (dotFilePattern.test(context.req.path) ? context.notFound() : next()))
  app.get('/*', compress(), cacheControl('no-cache'), serveStatic({ root: directory }))
}

// Not serveStatic’s onFound: it sets the header after the response is made, so the header is lost (@hono/node-server 2.1.8).
function cacheControl(value: string): MiddlewareHandler {
  return async (context, next) => {
    await next()
    if (context.res.ok) context.header('cache-control', value)
  }
}
