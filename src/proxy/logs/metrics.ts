import { Hono } from 'hono'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { ProblemCode } from '../../contract/problem.ts'
import { operationNames } from '../rates/connect-rates.ts'
import type { LogRequest } from './request-log.ts'
import type { NoteWaiting } from '../rates/watched-turns.ts'

/** One question to Connect, all its pages and attempts together. */
export interface ConnectCall {
  /** As IAM policies name it. */
  readonly operation: string
  readonly result: 'ok' | ProblemCode
  readonly durationMs: number
}

export type ListName = 'users' | 'destinations'

/** Each is undefined until the list has been read. */
export interface WatchedList {
  readonly ageMs: () => number | undefined
  readonly size?: () => number | undefined
}

/** What the proxy counts. Every label has a closed set of values: no id, path, name or text is one. */
export interface Metrics {
  readonly noteRequest: LogRequest
  readonly noteConnectCall: (call: ConnectCall) => void
  readonly noteWaiting: NoteWaiting
  readonly watchList: (list: ListName, facts: WatchedList) => void
  /** Only for a proxy that is meant to share Connect's rates. */
  readonly watchSharing: (isShared: () => boolean) => void
  readonly registry: Registry
}

/** From a list at hand to a write that Connect never answers. */
const durationBucketsSeconds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export function createMetrics(): Metrics {
  const registry = new Registry()
  const settings = { registers: [registry], buckets: durationBucketsSeconds }
  const requests = new Histogram({
    ...settings,
    name: 'tasklink_request_duration_seconds',
    help: 'Requests answered, by the pattern of their route.',
    labelNames: ['route', 'method', 'status'],
  })
  const connectCalls = new Histogram({
    ...settings,
    name: 'tasklink_connect_call_duration_seconds',
    help: 'Questions to Amazon Connect, all pages and attempts of one together; result is ok or a problem code.',
    labelNames: ['operation', 'result'],
  })
  const waitingCalls = new Gauge({
    registers: [registry],
    name: 'tasklink_waiting_calls',
    help: 'Calls of Amazon Connect that wait for their turn right now.',
    labelNames: ['operation'],
  })
  for (const operation of operationNames) waitingCalls.set({ operation }, 0)
  const waits = new Histogram({
    ...settings,
    name: 'tasklink_turn_wait_seconds',
    help: 'How long calls of Amazon Connect waited for their turn; result is begun, or busy for those that were refused or left.',
    labelNames: ['operation', 'result'],
  })
  const lists = new Map<ListName, WatchedList>()
  const listAges = new Gauge({
    registers: [registry],
    name: 'tasklink_list_age_seconds',
    help: 'How long ago a list kept from Amazon Connect was read; it is read again when it is wanted after five minutes.',
    labelNames: ['list'],
    collect() {
      for (const [list, { ageMs }] of lists) {
        const age = ageMs()
        if (age !== undefined) listAges.set({ list }, age / 1_000)
      }
    },
  })
  const listSizes = new Gauge({
    registers: [registry],
    name: 'tasklink_list_size',
    help: 'How many entries a list kept from Amazon Connect has; of the users, 100,000 at the most are read.',
    labelNames: ['list'],
    collect() {
      for (const [list, { size }] of lists) {
        const entries = size?.()
        if (entries !== undefined) listSizes.set({ list }, entries)
      }
    },
  })
  return {
    noteRequest: ({ route, method, status, durationMs }) =>
      requests.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, durationMs / 1_000),
    noteConnectCall: ({ operation, result, durationMs }) =>
      connectCalls.observe({ operation, result }, durationMs / 1_000),
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
        help: '1 while the proxies keep Amazon Connect’s rates together, 0 while each keeps them for itself.',
        collect: () => sharing.set(isShared() ? 1 : 0),
      })
    },
    watchList: (list, facts) => void lists.set(list, facts),
    registry,
  }
}

/** What Prometheus asks, and how the process itself fares beside it. */
export function createMetricsApp({ registry }: Metrics): Hono {
  collectDefaultMetrics({ register: registry })
  const app = new Hono()
  app.get('/metrics', async (context) =>
    context.body(await registry.metrics(), 200, { 'content-type': registry.contentType }),
  )
  return app
}
