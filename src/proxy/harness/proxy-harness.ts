import { tasksPath } from '../../contract/tasks/task-paths.ts'
import type { Environment } from '../environment-reading.ts'
import {
  createAuditLog,
  createDependencyLog,
  createLogger,
  createRequestLog,
  createSharingLog,
  createWarningLog,
} from '../hosts/node/log.ts'
import { parseEnvironment } from '../hosts/node/environment/node-environment.ts'
import { nodeSha256Hex } from '../hosts/node/node-sha256.ts'
import { createMetrics } from '../hosts/node/prometheus.ts'
import { createRedisStore } from '../hosts/node/redis/redis-store.ts'
import { createProxy, type ProxyOptions } from '../proxy.ts'

/** The whole proxy without a port, in front of simulators. */
export interface ProxyHarness {
  readonly get: (path: string, token?: string, headers?: Record<string, string>) => Promise<Response>
  /** Texts, blobs and streams are sent as they are, everything else as JSON. */
  readonly post: (
    body: unknown,
    token?: string,
    headers?: Record<string, string>,
    signal?: AbortSignal,
  ) => Promise<Response>
  /** Sends JSON to another path than that of new tasks. */
  readonly postTo: (path: string, body: unknown, token?: string) => Promise<Response>
  /** For a test that adds a port. */
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly prepare: () => Promise<void>
  readonly announceStop: () => void
  /** Closes the connection to Redis, if there is one. */
  readonly close: () => void
  /** Every byte logged so far. */
  readonly logged: () => string
  /** Every metric in Prometheus’s format. */
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
  parts: Pick<ProxyOptions, 'connect' | 'policyFile' | 'store'>,
  clock: () => number = Date.now,
): ProxyHarness {
  const reading = parseEnvironment({ LOG_LEVEL: 'trace', ...environment })
  if (!reading.ok) throw new Error(reading.mistakes.join('\n'))
  let log = ''
  let aheadMs = 0
  const { app: configuration, node } = reading.configuration
  const logger = createLogger(node.logLevel, { write: (line) => (log += line) })
  const metrics = createMetrics()
  const { redis } = node
  const sharedStore = redis && createRedisStore({ ...configuration, redis }, createSharingLog(logger))
  const { app, prepare, announceStop } = createProxy(configuration, {
    version: '1.2.3',
    logRequest: createRequestLog(logger),
    logAudit: createAuditLog(logger),
    logWarning: createWarningLog(logger),
    logDependency: createDependencyLog(logger),
    metrics,
    sharedStore,
    sha256Hex: nodeSha256Hex,
    now: () => new Date(clock() + aheadMs),
    ...parts,
  })
  return {
    get: async (path, token, headers) => app.request(path, { headers: { ...bearer(token), ...headers } }),
    post: async (body, token, headers, signal) =>
      app.request(tasksPath, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...bearer(token), ...headers },
        body: onTheWire(body),
        ...(signal ? { signal } : {}),
        // Fetch requires this for a stream.
        ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
      }),
    postTo: async (path, body, token) =>
      app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...bearer(token) },
        body: onTheWire(body),
      }),
    fetch: (request) => app.fetch(request),
    prepare,
    announceStop,
    close: () => sharedStore?.close(),
    logged: () => log,
    metrics: async () => metrics.registry.metrics(),
    passTime: (milliseconds) => {
      aheadMs += milliseconds
    },
  }
}
