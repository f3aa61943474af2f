import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import type { RequestEnvironment } from './request-log.ts'

const pagePaths = ['/', '/signed-in']

// Vite writes a hash of the content into the names of what it puts there.
const hashedPaths = '/assets/*'

/** Serves the built panel: its page under every address it has, and its files. */
export function servePanel(app: Hono<RequestEnvironment>, directory: string): void {
  for (const path of pagePaths) {
    app.get(path, serveStatic({ root: directory, path: 'index.html', onFound: neverKept }))
  }
  app.get(hashedPaths, serveStatic({ root: directory, onFound: keptForEver }))
  app.get('/*', serveStatic({ root: directory, onFound: neverKept }))
}

interface WithHeaders {
  readonly header: (name: string, value: string) => void
}

const neverKept = (_path: string, context: WithHeaders) => context.header('cache-control', 'no-cache')

const keptForEver = (_path: string, context: WithHeaders) =>
  context.header('cache-control', 'public, max-age=31536000, immutable')
