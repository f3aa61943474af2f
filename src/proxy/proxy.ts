import type { Hono } from 'hono'
import { createdTaskSchema } from '../contract/tasks/tasks.ts'
import { createApp } from './app.ts'
import { createBegun } from './begun/begun.ts'
import { createDelivered } from './begun/delivered.ts'
import { createFlights } from './begun/flight.ts'
import { createConnect, type ConnectOptions } from './connect/connect.ts'
import { createLookups } from './connect/lookups/lookups.ts'
import type { AppConfiguration } from './environment.ts'
import { countedLogs, type Logs } from './logs/counted-logs.ts'
import type { LogDependency } from './logs/dependency-log.ts'
import type { Metrics } from './logs/metrics.ts'
import type { RequestEnvironment } from './logs/request-log.ts'
import { warnOnce, type LogWarning } from './logs/warning-log.ts'
import { createMessaging } from './messages/messaging.ts'
import { panelConfigOf } from './panel-config.ts'
import { everythingAllowed, type PolicyFile } from './policy/policies.ts'
import { zoneKeysOf } from './policy/zone-keys.ts'
import { systemClock } from './rates/clock.ts'
import type { SharedStore } from './shared-store.ts'
import { createSignInParts } from './sign-in/sign-in-parts.ts'
import type { Sha256Hex } from './tasks/client-token.ts'
import { createTaskReads } from './tasks/task-reads.ts'
import type { StoreOptions } from './uploads/store/store-client.ts'
import { createUploadParts } from './uploads/upload-parts.ts'
import { createUploadTurns } from './uploads/upload-turns.ts'

export interface ProxyOptions extends Logs {
  /** Everything is allowed if absent. */
  readonly policyFile?: PolicyFile | undefined
  readonly version: string
  readonly logWarning: LogWarning
  readonly logDependency: LogDependency
  readonly metrics?: Metrics | undefined
  /** Present where several proxies share a store. */
  readonly sharedStore?: SharedStore | undefined
  readonly sha256Hex: Sha256Hex
  readonly now?: () => Date
  /** Replaces the SDK’s environment variables and the clock. Tests and the demo use it. */
  readonly connect?: Pick<ConnectOptions, 'endpoint' | 'credentials' | 'writeTimeoutMs' | 'clock'>
  /** The same, for the store of files. */
  readonly store?: Pick<StoreOptions, 'endpoint' | 'credentials'>
}

export interface Proxy {
  readonly app: Hono<RequestEnvironment>
  /** Reads the keys of the identity provider and the users of Connect; rejects with the first failure. */
  readonly prepare: () => Promise<void>
  /** Makes /readyz answer 503, so that load balancers send no more requests. Requests are still answered. */
  readonly announceStop: () => void
}

/** The way to Connect, within the rates of the instance. */
function openConnect(configuration: AppConfiguration, { metrics, sharedStore, connect }: ProxyOptions) {
  const { region, instanceId, connectRates: rates } = configuration
  return createConnect({
    region,
    instanceId,
    rates,
    ...(metrics ? { noteCall: metrics.noteConnectCall, noteWaiting: metrics.noteWaiting } : {}),
    ...(sharedStore ? { askOthers: sharedStore.takePlace } : {}),
    ...connect,
  })
}

/** Assembles the parts. It calls neither Connect nor the identity provider before `prepare` or the first request. */
export function createProxy(configuration: AppConfiguration, options: ProxyOptions): Proxy {
  const { instanceId, region, basePath, allowedOrigins, frameAncestors, scheduleHorizonDays } = configuration
  const { policyFile = everythingAllowed, now = () => new Date() } = options
  const { metrics, sharedStore, sha256Hex, logDependency } = options
  const clock = options.connect?.clock
  const shared = sharedStore?.begun
  const setting = { policyFile, now, logDependency, logWarning: warnOnce(options.logWarning) }
  const connect = openConnect(configuration, options)
  const { usersReason, ...lookups } = createLookups({ connect, now, sha256Hex, log: logDependency })
  const { providerReason, ...signInParts } = createSignInParts({ ...setting, configuration })
  const { checkStore, ...uploadParts } = createUploadParts({
    ...setting,
    configuration: configuration.uploads,
    instanceId,
    region,
    metrics,
    store: options.store,
  })
  const messaging = createMessaging({
    ...setting,
    secret: configuration.numberHashSecret,
    configuration,
    connect,
    sharedStore,
    clock,
    sha256Hex,
  })
  if (sharedStore) metrics?.watchSharing(sharedStore.isShared)
  metrics?.watchList('users', lookups.agents)
  metrics?.watchList('destinations', lookups.destinations)
  let isStopping = false
  const app = createApp({
    ...lookups,
    ...signInParts,
    ...uploadParts,
    ...countedLogs(options, metrics),
    connect,
    messaging,
    taskReads: createTaskReads(connect, now),
    begunTasks: createBegun({ kind: 'tasks', answerSchema: createdTaskSchema, clock, shared }),
    delivered: createDelivered({ sha256Hex, now, shared }),
    joinChange: createFlights(),
    uploadTurns: createUploadTurns(clock ?? systemClock),
    notReadyReasons: {
      'identity provider': providerReason,
      'Amazon Connect': usersReason,
      NUMBER_HASH_SECRET: () => messaging?.numberSecret.reason(),
    },
    panelConfig: panelConfigOf(configuration, options.version),
    policyFile,
    namesZone: zoneKeysOf(policyFile),
    instanceId,
    scheduleHorizonDays,
    basePath,
    allowedOrigins,
    frameAncestors,
    now,
    sha256Hex,
    isStopping: () => isStopping,
  })
  return {
    app,
    async prepare() {
      // Agents are served without files, too.
      await Promise.all([
        signInParts.signInProvider.prepare(),
        lookups.agents.prepare(),
        checkStore(),
        messaging?.numberSecret.prepare(),
      ])
    },
    announceStop() {
      isStopping = true
    },
  }
}
