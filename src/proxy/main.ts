import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import * as z from 'zod/mini'
import { parseEnvironment, type Configuration } from './environment.ts'
import { Failure } from './failure.ts'
import { createLogger, createRequestLog } from './log.ts'
import { nodeSha256Hex } from './node-sha256.ts'
import { servePanel } from './panel-files.ts'
import { createProxy, type Proxy } from './proxy.ts'

/** How long requests under way may take to finish once the proxy is told to stop. */
const stopWithinMs = 10_000

const firstRetryMs = 1_000
const lastRetryMs = 30_000

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

function version(): string {
  const packageFile: unknown = JSON.parse(readFileSync(path('../../package.json'), 'utf8'))
  return z.object({ version: z.string() }).parse(packageFile).version
}

function giveUp(sentences: readonly string[]): void {
  process.stderr.write(`${sentences.join('\n')}\n`)
  process.exitCode = 1
}

/** A load balancer sends nothing to a proxy that is not ready, so the proxy itself must go on trying. */
async function prepareUntilReady(
  proxy: Proxy,
  logger: ReturnType<typeof createLogger>,
  waitMs = firstRetryMs,
): Promise<void> {
  try {
    await proxy.prepare()
  } catch (error) {
    const why = error instanceof Failure ? error.facts.detail : 'unforeseen error'
    logger.warn({ why, retryMs: waitMs }, 'not ready yet')
    setTimeout(() => void prepareUntilReady(proxy, logger, Math.min(waitMs * 2, lastRetryMs)), waitMs).unref()
  }
}

function run(configuration: Configuration): void {
  const { host, port, logLevel } = configuration
  const logger = createLogger(logLevel)
  const proxy = createProxy(configuration, {
    version: version(),
    logRequest: createRequestLog(logger),
    sha256Hex: nodeSha256Hex,
  })
  servePanel(proxy.app, path('../panel'))

  const server = serve({ fetch: proxy.app.fetch, hostname: host, port }, (address) => {
    logger.info({ host, port: address.port }, 'listening')
    void prepareUntilReady(proxy, logger)
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') giveUp([`Port ${port} is taken. Set PORT to another one.`])
    else giveUp([`The proxy cannot listen on ${host}:${port}: ${error.code ?? error.name}.`])
  })

  function stop() {
    logger.info('stopping')
    server.close(() => process.exit(0))
    setTimeout(() => process.exit(0), stopWithinMs).unref()
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

const reading = parseEnvironment(process.env)
if (reading.ok) run(reading.configuration)
else giveUp(['The proxy cannot start:', ...reading.mistakes.map((mistake) => `  ${mistake}`)])
