import { Hono } from 'hono'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { operationNames } from '../../connect/operations/operations.ts'
import type { ListName, Metrics, WatchedList } from '../../logs/metrics.ts'

/** Every label has a closed set of values. No id, path, name or text may become a label. */
export interface PrometheusMetrics extends Metrics {
  readonly registry: Registry
}

/** From a list in memory to a write that Connect never answers. */
const durationBucketsSeconds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

function createHistograms(registry: Registry) {
  const settings = { registers: [registry], buckets: durationBucketsSeconds }
  return {
    requests: new Histogram({
      ...settings,
      name: 'tasklink_request_duration_seconds',
      help: 'Requests answered, by the pattern of their route.',
      labelNames: ['route', 'method', 'status'],
    }),
    connectCalls: new Histogram({
      ...settings,
      name: 'tasklink_connect_call_duration_seconds',
      help: 'Calls of Amazon Connect, each with all its pages and retries; result is ok or a problem code.',
      labelNames: ['operation', 'result'],
    }),
    storeCalls: new Histogram({
      ...settings,
      name: 'tasklink_store_call_duration_seconds',
      help: 'Calls of Amazon S3, each with all its retries; result is ok, missing or failed.',
      labelNames: ['operation', 'result'],
    }),
    waits: new Histogram({
      ...settings,
      name: 'tasklink_turn_wait_seconds',
      help: 'How long calls of Amazon Connect waited for their turn; result is begun, busy if they would have waited too long or their caller left, or refused if they became wrong meanwhile.',
      labelNames: ['operation', 'result'],
    }),
  }
}

function createUploadCounters(registry: Registry) {
  const settings = { registers: [registry], labelNames: ['result'] }
  return {
    uploads: new Counter({
      ...settings,
      name: 'tasklink_uploads_total',
      help: 'Files by what became of them: begun, accepted, refused or discarded.',
    }),
    uploadBytes: new Counter({
      ...settings,
      name: 'tasklink_upload_bytes_total',
      help: 'Bytes of these files.',
    }),
  }
}

function createWaitingGauge(registry: Registry) {
  const waitingCalls = new Gauge({
    registers: [registry],
    name: 'tasklink_waiting_calls',
    help: 'Calls of Amazon Connect that wait for their turn now.',
    labelNames: ['operation'],
  })
  for (const operation of operationNames) waitingCalls.set({ operation }, 0)
  return waitingCalls
}

function addListGauges(registry: Registry, lists: ReadonlyMap<ListName, WatchedList>) {
  const ages = new Gauge({
    registers: [registry],
    name: 'tasklink_list_age_seconds',
    help: 'How long ago a list was read from Amazon Connect; after five minutes it is read again when it is needed.',
    labelNames: ['list'],
    collect() {
      for (const [list, { ageMs }] of lists) {
        const age = ageMs()
        if (age !== undefined) ages.set({ list }, age / 1_000)
      }
    },
  })
  const sizes = new Gauge({
    registers: [registry],
    name: 'tasklink_list_size',
    help: 'How many entries a list from Amazon Connect has; at most 100,000 users are read.',
    labelNames: ['list'],
    collect() {
      for (const [list, { size }] of lists) {
        const entries = size?.()
        if (entries !== undefined) sizes.set({ list }, entries)
      }
    },
  })
}

export function createMetrics(): PrometheusMetrics {
  const registry = new Registry()
  const { requests, connectCalls, storeCalls, waits } = createHistograms(registry)
  const { uploads, uploadBytes } = createUploadCounters(registry)
  const messages = new Counter({
    registers: [registry],
    name: 'tasklink_messages_total',
    help: 'Messages by subtype and result: accepted by Amazon Connect, or unknown because its answer was lost. Accepted is not delivered.',
    labelNames: ['subtype', 'result'],
  })
  const waitingCalls = createWaitingGauge(registry)
  const lists = new Map<ListName, WatchedList>()
  addListGauges(registry, lists)
  return {
    noteRequest: ({ route, method, status, durationMs }) =>
      requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, durationMs / 1_000),
    noteConnectCall: ({ operation, result, durationMs }) =>
      connectCalls.observe({ operation, result }, durationMs / 1_000),
    noteStoreCall: ({ operation, result, durationMs }) =>
      storeCalls.observe({ operation, result }, durationMs / 1_000),
    noteUpload({ upload: result, bytes }) {
      uploads.inc({ result })
      uploadBytes.inc({ result }, bytes)
    },
    noteMessage: ({ subtype, result }) => messages.inc({ subtype, result }),
    noteWaiting(operation) {
      const startedAt = performance.now()
      waitingCalls.inc({ operation })
      return (result) => {
        waitingCalls.dec({ operation })
        waits.observe({ operation, result }, (performance.now() - startedAt) / 1_000)
      }
    },
    watchSharing(isShared) {
      const sharing: Gauge = new Gauge({
        registers: [registry],
        name: 'tasklink_shared_rates',
        help: '1 while the proxies share Amazon Connect’s rates, 0 while this proxy uses them alone.',
        collect: () => sharing.set(isShared() ? 1 : 0),
      })
    },
    watchList: (list, facts) => void lists.set(list, facts),
    registry,
  }
}

/** Answers Prometheus, with the metrics of the process added. */
export function createMetricsApp({ registry }: PrometheusMetrics): Hono {
  collectDefaultMetrics({ register: registry })
  const app = new Hono()
  app.get('/metrics', async (context) =>
    context.body(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  )
  return app
}
