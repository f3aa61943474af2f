import { tasksPath } from '../../contract/tasks.ts'
import { parseEnvironment, type Environment } from '../environment.ts'
import { createAuditLog, createLogger, createRequestLog, createSharingLog } from '../logs/log.ts'
import { createMetrics } from '../logs/metrics.ts'
import { nodeSha256Hex } from '../node-sha256.ts'
import { createProxy, type ProxyOptions } from '../proxy.ts'
import { createSharedRates } from '../rates/shared-rates.ts'

/** The proxy as tests use it: whole, without a port, in front of whatever stands in for the far sides. */
export interface ProxyHarness {
  readonly get: (path: string, token?: string, headers?: Record<string, string>) => Promise<Response>
  /** Texts, blobs and streams go as they are, everything else as JSON. */
  readonly post: (body: unknown, token?: string, headers?: Record<string, string>) => Promise<Response>
  /** For whoever puts a port before it. */
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly prepare: () => Promise<void>
  readonly announceStop: () => void
  /** Leaves the Redis that it shares with others, if it does. */
  readonly close: () => void
  /** Every byte logged so far. */
  readonly logged: () => string
  /** Every metric, as Prometheus would read it. */
  readonly metrics: () => Promise<string>
  /** Moves the proxy's clock ahead. */
  readonly passTime: (milliseconds: number) => void
}

const bearer = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` }

const onTheWire = (body: unknown) =>
  typeof body === 'string' || body instanceof ReadableStream || body instanceof Blob
    ? body
    : JSON.stringify(body)

export function createProxyHarness(
  environment: Environment,
  parts: Pick<ProxyOptions, 'connect' | 'policyFile'>,
  clock: () => number = Date.now,
): ProxyHarness {
  const reading = parseEnvironment({ LOG_LEVEL: 'trace', ...environment })
  if (!reading.ok) throw new Error(reading.mistakes.join('\n'))
  let log = ''
  let aheadMs = 0
  const logger = createLogger(reading.configuration.logLevel, { write: (line) => (log += line) })
  const metrics = createMetrics()
  const { redis } = reading.configuration
  const sharedRates =
    redis && createSharedRates({ ...reading.configuration, redis }, createSharingLog(logger))
  const { app, prepare, announceStop } = createProxy(reading.configuration, {
    version: '1.2.3',
    logRequest: createRequestLog(logger),
    logTask: createAuditLog(logger),
    metrics,
    sharedRates,
    sha256Hex: nodeSha256Hex,
    now: () => new Date(clock() + aheadMs),
    ...parts,
  })
  return {
    get: async (path, token, headers) => app.request(path, { headers: { ...bearer(token), ...headers } }),
    post: async (body, token, headers) =>
      app.request(tasksPath, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...bearer(token), ...headers },
        body: onTheWire(body),
        // Fetch demands this of everybody who sends a stream.
        ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
      }),
    fetch: (request) => app.fetch(request),
    prepare,
    announceStop,
    close: () => sharedRates?.close(),
    logged: () => log,
    metrics: async () => metrics.registry.metrics(),
    passTime: (milliseconds) => {
      aheadMs += milliseconds
    },
  }
}
