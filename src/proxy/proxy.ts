import type { Hono } from 'hono'
import type { PanelConfig } from '../contract/config/panel-config.ts'
import { createdTaskSchema } from '../contract/tasks/tasks.ts'
import { createBegun } from './begun/begun.ts'
import { createDelivered } from './begun/delivered.ts'
import { createFlights } from './begun/flight.ts'
import { createAgentDirectory } from './connect/lookups/agent-directory.ts'
import { createAttachmentLimits } from './connect/lookups/attachment-limits.ts'
import { createContactReferenceReads } from './connect/lookups/contact-references.ts'
import { createApp } from './app.ts'
import { createAuthenticate } from './sign-in/authenticate.ts'
import type { Sha256Hex } from './tasks/client-token.ts'
import { createConnect, type Connect, type ConnectOptions } from './connect/connect.ts'
import { createDestinationDirectory } from './connect/lookups/destination-directory.ts'
import type { AppConfiguration } from './environment.ts'
import { describeContact } from './connect/operations/describe-contact.ts'
import { getCurrentUserData } from './connect/operations/get-current-user-data.ts'
import { searchUsers } from './connect/operations/search-users.ts'
import { systemClock } from './rates/clock.ts'
import { createTemplateDirectory } from './connect/lookups/template-directory.ts'
import { createMessaging } from './messages/messaging.ts'
import { createOwnContacts } from './connect/lookups/own-contacts.ts'
import { createDependency, noted, type LogDependency } from './logs/dependency-log.ts'
import type { Metrics } from './logs/metrics.ts'
import { warnOnce, type LogWarning } from './logs/warning-log.ts'
import { everythingAllowed, type PolicyFile } from './policy/policies.ts'
import type { LogTask, LogRequest, RequestEnvironment, TaskLine } from './logs/request-log.ts'
import type { SharedStore } from './shared-store.ts'
import { createTaskReads } from './tasks/task-reads.ts'
import type { StoreOptions } from './uploads/store/store-client.ts'
import { createUploadParts } from './uploads/upload-parts.ts'
import { createUploadTurns } from './uploads/upload-turns.ts'
import { createGroupsReader } from './sign-in/groups-reader.ts'
import { createSignInProvider } from './sign-in/sign-in-provider.ts'

export interface ProxyOptions {
  /** Everything is allowed if absent. */
  readonly policyFile?: PolicyFile | undefined
  readonly version: string
  readonly logRequest: LogRequest
  readonly logTask: LogTask
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

function panelConfigOf(configuration: AppConfiguration, version: string): PanelConfig {
  const { panelTitle, ccpUrl, loginUrl, issuer, clientId, audience, scope, frameAncestors } = configuration
  // If tokens for the proxy have the panel’s client id as their audience, they are ID tokens.
  const bearer = audience === clientId ? 'id-token' : 'access-token'
  // A wildcard allows a page to embed the panel, but only an exact origin may send it the contact.
  const hostOrigins = frameAncestors.filter((source) => source !== "'self'" && !source.includes('*'))
  return {
    version,
    ...(panelTitle === undefined ? {} : { title: panelTitle }),
    ccpUrl,
    ...(loginUrl === undefined ? {} : { loginUrl }),
    hostOrigins,
    signIn: { issuer, clientId, audience, scope, bearer },
  }
}

interface FarSideOptions {
  readonly connect: Connect
  readonly issuer: string
  readonly now: () => Date
  readonly log: LogDependency
}

/** The parts that ask other servers ahead of the agents, each with its log. */
function createFarSide({ connect, issuer, now, log }: FarSideOptions) {
  const provider = createDependency({
    name: 'identity provider',
    isReady: () => signInProvider.isReady(),
    log,
  })
  const signInProvider = createSignInProvider({ issuer, now, note: provider.note })
  const users = createDependency({ name: 'Amazon Connect', isReady: () => agents.isReady(), log })
  const agents = createAgentDirectory({
    listUsers: (limit) => noted(users.note, () => connect.call(searchUsers, limit)),
    now,
  })
  const listed = createDependency({
    name: 'destinations in Amazon Connect',
    isReady: () => destinations.isReady(),
    log,
  })
  const optional = { isReady: () => true, log }
  const templates = createDependency({ name: 'task templates in Amazon Connect', ...optional })
  const quickConnects = createDependency({ name: 'users of quick connects in Amazon Connect', ...optional })
  const fileLimits = createDependency({ name: 'limits of files in Amazon Connect', ...optional })
  const destinations = createDestinationDirectory({
    connect,
    now,
    notes: {
      destinations: listed.note,
      templates: templates.note,
      usersOfQuickConnects: quickConnects.note,
    },
  })
  return {
    signInProvider,
    agents,
    destinations,
    attachmentLimits: createAttachmentLimits({ connect, now, note: fileLimits.note }),
    notReadyReasons: { 'identity provider': provider.reason, 'Amazon Connect': users.reason },
  }
}

/** Counts what an audit line says. */
function countLine(metrics: Metrics, line: TaskLine): void {
  if ('upload' in line) metrics.noteUpload(line)
  if (!('subtype' in line)) return
  const result = 'createdContactId' in line ? 'accepted' : 'unknown'
  metrics.noteMessage({ subtype: line.subtype, result })
}

/** Assembles the parts. It calls neither Connect nor the identity provider before `prepare` or the first request. */
export function createProxy(configuration: AppConfiguration, options: ProxyOptions): Proxy {
  const { instanceId, region, issuer, audience, agentClaim } = configuration
  const {
    policyFile = everythingAllowed,
    version,
    logRequest,
    logTask,
    metrics,
    sharedStore,
    sha256Hex,
    now = () => new Date(),
  } = options
  const warn = warnOnce(options.logWarning)
  const measured = metrics ? { noteCall: metrics.noteConnectCall, noteWaiting: metrics.noteWaiting } : {}
  if (sharedStore) metrics?.watchSharing(sharedStore.isShared)
  const connect = createConnect({
    region,
    instanceId,
    rates: configuration.connectRates,
    ...measured,
    ...(sharedStore ? { askOthers: sharedStore.takePlace } : {}),
    ...options.connect,
  })
  const { signInProvider, agents, destinations, attachmentLimits, notReadyReasons } = createFarSide({
    connect,
    issuer,
    now,
    log: options.logDependency,
  })
  metrics?.watchList('users', agents)
  metrics?.watchList('destinations', destinations)
  const { checkStore, ...uploadParts } = createUploadParts({
    configuration: configuration.uploads,
    instanceId,
    region,
    now,
    logDependency: options.logDependency,
    logWarning: warn,
    metrics,
    store: options.store,
  })
  let isStopping = false
  const app = createApp({
    connect,
    agents,
    signInProvider,
    begunTasks: createBegun({
      kind: 'tasks',
      answerSchema: createdTaskSchema,
      clock: options.connect?.clock,
      shared: sharedStore?.begun,
    }),
    delivered: createDelivered({ sha256Hex, now, shared: sharedStore?.begun }),
    notReadyReasons,
    authenticate: createAuthenticate({
      provider: signInProvider,
      issuer,
      audience,
      agentClaim,
      readGroups: createGroupsReader(policyFile, warn),
      now,
    }),
    destinations,
    templates: createTemplateDirectory({ connect, sha256Hex, now }),
    taskReads: createTaskReads(connect, now),
    attachmentLimits,
    contactReferences: createContactReferenceReads(connect, now),
    ...uploadParts,
    uploadTurns: createUploadTurns(options.connect?.clock ?? systemClock),
    joinChange: createFlights(),
    messaging: createMessaging({
      secret: configuration.numberHashSecret,
      configuration,
      policyFile,
      connect,
      sharedStore,
      clock: options.connect?.clock,
      now,
      sha256Hex,
      logDependency: options.logDependency,
    }),
    ownContacts: createOwnContacts({
      describeContact: (contactId, caller) => connect.call(describeContact, contactId, caller),
      currentContactIds: (caller) => connect.call(getCurrentUserData, caller.agentId, caller),
      now,
    }),
    policyFile,
    panelConfig: panelConfigOf(configuration, version),
    instanceId,
    scheduleHorizonDays: configuration.scheduleHorizonDays,
    basePath: configuration.basePath,
    allowedOrigins: configuration.allowedOrigins,
    frameAncestors: configuration.frameAncestors,
    now,
    sha256Hex,
    logRequest(line) {
      logRequest(line)
      metrics?.noteRequest(line)
    },
    logTask(line) {
      logTask(line)
      if (metrics) countLine(metrics, line)
    },
    isStopping: () => isStopping,
  })
  return {
    app,
    async prepare() {
      // Agents are served without files, too.
      await Promise.all([signInProvider.prepare(), agents.prepare(), checkStore()])
    },
    announceStop() {
      isStopping = true
    },
  }
}
