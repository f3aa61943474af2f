import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { parseEnvironment, type Configuration } from './environment.ts'
import { Failure } from './failure.ts'
import {
  createAuditLog,
  createLogger,
  createRefusalCountLog,
  createRequestLog,
  createSharingLog,
} from './logs/log.ts'
import { loadPolicyFile } from './load-policy-file.ts'
import { createMetrics, createMetricsApp } from './logs/metrics.ts'
import { nodeSha256Hex } from './node-sha256.ts'
import { servePanel } from './http/panel-files.ts'
import type { PolicyFile } from './policy/policies.ts'
import { endOnFault, stopOnSignal } from './process-end.ts'
import { createProxy, type Proxy } from './proxy.ts'
import { countRepeatedRefusals } from './logs/repeated-refusals.ts'
import type { LogRequest } from './logs/request-log.ts'
import { serverBounds, startServer, type RunningServer, type ServerPlace } from './http/server.ts'
import type { SharedRates } from './rates/shared-rates.ts'

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

const refuseToStart = (mistakes: readonly string[]) =>
  giveUp(['The proxy cannot start:', ...mistakes.map((mistake) => `  ${mistake}`)])

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

/** A proxy that shares nothing loads nothing for it: 25 MB of memory. */
async function sharedRatesOf(
  { redis, ...configuration }: Configuration,
  logger: ReturnType<typeof createLogger>,
): Promise<SharedRates | undefined> {
  if (!redis) return undefined
  const { createSharedRates } = await import('./rates/shared-rates.ts')
  return createSharedRates({ ...configuration, redis }, createSharingLog(logger))
}

interface Listening extends ServerPlace {
  readonly fetch: Parameters<typeof startServer>[0]
  /** The variable that chooses the port. */
  readonly variable: string
  readonly logRequest: LogRequest
}

async function listen(listening: Listening): Promise<RunningServer | undefined> {
  const { fetch, host, port, variable, logRequest } = listening
  try {
    return await startServer(fetch, { host, port }, serverBounds, logRequest)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unforeseen error'
    if (code === 'EADDRINUSE') giveUp([`Port ${port} is taken. Set ${variable} to another one.`])
    else giveUp([`The proxy cannot listen where HOST and ${variable} say: ${String(code)}.`])
    return undefined
  }
}

async function run(configuration: Configuration, policyFile: PolicyFile | undefined): Promise<void> {
  const { host, port, metricsPort, logLevel } = configuration
  const logger = createLogger(logLevel)
  endOnFault(logger)
  const metrics = metricsPort === undefined ? undefined : createMetrics()
  const sharedRates = await sharedRatesOf(configuration, logger)
  const { logRequest, writeCounts } = countRepeatedRefusals({
    write: createRequestLog(logger),
    writeCount: createRefusalCountLog(logger),
  })
  // However the process ends, short of a kill; before the logger, which flushes at the same event.
  process.prependOnceListener('exit', writeCounts)
  const proxy = createProxy(configuration, {
    policyFile,
    version: version(),
    logRequest,
    logTask: createAuditLog(logger),
    metrics,
    sharedRates,
    sha256Hex: nodeSha256Hex,
  })
  servePanel(proxy.app, path('../panel'))

  const server = await listen({ fetch: proxy.app.fetch, host, port, variable: 'PORT', logRequest })
  if (!server) return
  if (metrics && metricsPort !== undefined) {
    const { fetch } = createMetricsApp(metrics)
    const counted = await listen({ fetch, host, port: metricsPort, variable: 'METRICS_PORT', logRequest })
    if (!counted) {
      await server.stop()
      return sharedRates?.close()
    }
  }
  stopOnSignal(logger, async () => {
    proxy.announceStop()
    await server.stop()
    sharedRates?.close()
  })
  logger.info({ host, port: server.port, ...(metrics ? { metricsPort } : {}) }, 'listening')
  await prepareUntilReady(proxy, logger)
}

const reading = parseEnvironment(process.env)
if (reading.ok) {
  const { policyFile, scheduleHorizonDays } = reading.configuration
  const policy = loadPolicyFile(policyFile, scheduleHorizonDays)
  if (policy.ok) await run(reading.configuration, policy.file)
  else refuseToStart(policy.mistakes)
} else refuseToStart(reading.mistakes)
