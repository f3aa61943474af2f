import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import * as z from 'zod/mini'
import { countRepeatedRefusals } from '../../logs/repeated-refusals.ts'
import type { LogRequest } from '../../logs/request-log.ts'
import { ProblemError } from '../../problem-error.ts'
import { createProxy, type Proxy } from '../../proxy.ts'
import type { SharedStore } from '../../shared-store.ts'
import {
  createAuditLog,
  createDependencyLog,
  createLogger,
  createRefusalCountLog,
  createRequestLog,
  createSharingLog,
  createWarningLog,
} from './log.ts'
import { misspeltWarning } from './environment/misspelt-variables.ts'
import { parseEnvironment, type Configuration } from './environment/node-environment.ts'
import { nodeSha256Hex } from './node-sha256.ts'
import { panelMissing, servePanel } from './panel-files.ts'
import { endOnFault, stopOnSignal } from './process/process-end.ts'
import { logProcessWarnings, silenceSdkNotice } from './process/process-warnings.ts'
import { createMetrics, createMetricsApp, type PrometheusMetrics } from './prometheus.ts'
import { serverBounds, startServer, type RunningServer, type ServerPlace } from './server.ts'
import { deploymentOf, readWithPolicy, type WithPolicy } from './process/start-reading.ts'
import { startSummary } from './process/start-summary.ts'

const firstRetryMs = 1_000
const lastRetryMs = 30_000

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

/** From the built file (dist/proxy/main.js), and from this source. */
const packageFiles = ['../../package.json', '../../../../package.json'].map(path)

function version(): string {
  const file = packageFiles.find((candidate) => existsSync(candidate)) ?? 'package.json'
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return z.object({ version: z.string() }).parse(content).version
}

function giveUp(sentences: readonly string[]): void {
  process.stderr.write(`${sentences.join('\n')}\n`)
  process.exitCode = 1
}

const refuseToStart = (mistakes: readonly string[]) =>
  giveUp(['The proxy cannot start:', ...mistakes.map((mistake) => `  ${mistake}`)])

/** Retries until it works: a load balancer sends no request to a proxy that is not ready. */
async function prepareUntilReady(proxy: Proxy, logger: Logger, waitMs = firstRetryMs): Promise<void> {
  try {
    await proxy.prepare()
    logger.info('ready')
  } catch (error) {
    // The proxy has logged each problem.
    if (!(error instanceof ProblemError)) logger.warn({ reason: 'unexpected' }, 'not ready yet')
    setTimeout(() => void prepareUntilReady(proxy, logger, Math.min(waitMs * 2, lastRetryMs)), waitMs).unref()
  }
}

/** The Redis client takes 25 MB of memory, so it is loaded only where REDIS_URL is set. */
async function sharedStoreOf({ app, node }: Configuration, logger: Logger): Promise<SharedStore | undefined> {
  const { redis } = node
  if (!redis) return undefined
  const { createRedisStore } = await import('./redis/redis-store.ts')
  return createRedisStore({ ...app, redis }, createSharingLog(logger))
}

/** It writes its counts before the process ends, unless the process is killed. */
function createBoundedRequestLog(logger: Logger): LogRequest {
  const { logRequest, writeCounts } = countRepeatedRefusals({
    write: createRequestLog(logger),
    writeCount: createRefusalCountLog(logger),
  })
  // Before the logger’s own listener, which flushes.
  process.prependOnceListener('exit', writeCounts)
  return logRequest
}

interface Listening extends ServerPlace {
  readonly fetch: Parameters<typeof startServer>[0]
  /** The variable that sets the port. */
  readonly variable: string
  readonly logRequest: LogRequest
}

async function listen(listening: Listening): Promise<RunningServer | undefined> {
  const { fetch, host, port, variable, logRequest } = listening
  try {
    return await startServer(fetch, { host, port }, serverBounds, logRequest)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unexpected error'
    if (code === 'EADDRINUSE') giveUp([`Port ${port} is taken. Set ${variable} to another one.`])
    else giveUp([`The proxy cannot listen at HOST and ${variable}: ${String(code)}.`])
    return undefined
  }
}

async function listenForPrometheus(
  metrics: PrometheusMetrics,
  place: Pick<Listening, 'host' | 'port' | 'logRequest'>,
): Promise<RunningServer | undefined> {
  const { fetch } = createMetricsApp(metrics)
  return listen({ ...place, fetch, variable: 'METRICS_PORT' })
}

async function run({ configuration, policyFile, warnings }: WithPolicy<Configuration>): Promise<void> {
  const { host, port, metricsPort, logLevel } = configuration.node
  const logger = createLogger(logLevel)
  endOnFault(logger)
  silenceSdkNotice()
  logProcessWarnings(logger)
  const tasklink = version()
  logger.info(startSummary(configuration, policyFile, { tasklink, node: process.version }), 'starting')
  const logWarning = createWarningLog(logger)
  for (const why of warnings) logWarning({ warning: misspeltWarning, why })
  const metrics = metricsPort === undefined ? undefined : createMetrics()
  const sharedStore = await sharedStoreOf(configuration, logger)
  const logRequest = createBoundedRequestLog(logger)
  const proxy = createProxy(configuration.app, {
    policyFile,
    version: tasklink,
    logRequest,
    logAudit: createAuditLog(logger),
    logWarning,
    logDependency: createDependencyLog(logger),
    metrics,
    sharedStore,
    sha256Hex: nodeSha256Hex,
  })
  // Without the folder, Hono's file server would print a line of plain text.
  if (existsSync(path('../panel'))) servePanel(proxy.app, path('../panel'))
  else logWarning(panelMissing)

  const server = await listen({ fetch: proxy.app.fetch, host, port, variable: 'PORT', logRequest })
  if (!server) return
  if (metrics && metricsPort !== undefined) {
    const metricsServer = await listenForPrometheus(metrics, { host, port: metricsPort, logRequest })
    if (!metricsServer) {
      await server.stop()
      return sharedStore?.close()
    }
  }
  stopOnSignal(logger, async () => {
    proxy.announceStop()
    await server.stop()
    sharedStore?.close()
  })
  logger.info({ host, port: server.port, ...(metrics ? { metricsPort } : {}) }, 'listening')
  await prepareUntilReady(proxy, logger)
}

const reading = readWithPolicy(process.env, parseEnvironment(process.env), ({ app }) => deploymentOf(app))
if (reading.ok) await run(reading.configuration)
else refuseToStart(reading.mistakes)
