import type { Hono } from 'hono'
import type { PanelConfig } from '../contract/reads.ts'
import { createAgentDirectory } from './connect/agent-directory.ts'
import { createApp } from './app.ts'
import { createAuthenticate } from './sign-in/authenticate.ts'
import type { Sha256Hex } from './tasks/client-token.ts'
import { createConnect, type ConnectOptions } from './connect/connect.ts'
import { createDestinationDirectory } from './connect/destination-directory.ts'
import type { Configuration } from './environment.ts'
import { createOwnContacts } from './connect/own-contacts.ts'
import type { Metrics } from './logs/metrics.ts'
import { everythingAllowed, type PolicyFile } from './policy/policies.ts'
import type { LogTask, LogRequest, RequestEnvironment } from './logs/request-log.ts'
import type { SharedRates } from './rates/shared-rates.ts'
import { createSignInProvider } from './sign-in/sign-in-provider.ts'

export interface ProxyOptions {
  /** Everything is allowed when absent. */
  readonly policyFile?: PolicyFile | undefined
  readonly version: string
  readonly logRequest: LogRequest
  readonly logTask: LogTask
  readonly metrics?: Metrics | undefined
  /** Connect's rates as kept together with other proxies; for itself without. */
  readonly sharedRates?: SharedRates | undefined
  readonly sha256Hex: Sha256Hex
  readonly now?: () => Date
  /** Where Connect is and who asks, when the SDK's environment variables shall not say, and by which clock. */
  readonly connect?: Pick<ConnectOptions, 'endpoint' | 'credentials' | 'writeTimeoutMs' | 'clock'>
}

export interface Proxy {
  readonly app: Hono<RequestEnvironment>
  /** Asks the identity provider and Connect what every request will need; rejects with the first failure. */
  readonly prepare: () => Promise<void>
  /** From now on it says that it is not ready, so that nobody sends it more; requests are answered as before. */
  readonly announceStop: () => void
}

function panelConfigOf(configuration: Configuration, version: string): PanelConfig {
  const { ccpUrl, issuer, clientId, audience, frameAncestors } = configuration
  // A provider whose tokens for the proxy are addressed to the panel itself gives out ID tokens.
  const bearer = audience === clientId ? 'id-token' : 'access-token'
  // A wildcard allows a page to embed the panel, but names nobody who may tell it the contact.
  const hostOrigins = frameAncestors.filter((source) => source !== "'self'" && !source.includes('*'))
  return { version, ccpUrl, hostOrigins, signIn: { issuer, clientId, audience, bearer } }
}

/** Puts the parts together. Nothing is asked of anybody until a request comes, or `prepare` is called. */
export function createProxy(configuration: Configuration, options: ProxyOptions): Proxy {
  const { instanceId, region, issuer, audience, agentClaim } = configuration
  const {
    policyFile = everythingAllowed,
    version,
    logRequest,
    logTask,
    metrics,
    sharedRates,
    sha256Hex,
    now = () => new Date(),
  } = options
  const { groupsClaim } = policyFile
  const noted = metrics ? { noteCall: metrics.noteConnectCall, noteWaiting: metrics.noteWaiting } : {}
  if (sharedRates) metrics?.watchSharing(sharedRates.isShared)
  const connect = createConnect({
    region,
    instanceId,
    rates: configuration.connectRates,
    ...noted,
    ...(sharedRates ? { askOthers: sharedRates.take } : {}),
    ...options.connect,
  })
  const signInProvider = createSignInProvider({ issuer, now })
  const agents = createAgentDirectory({ connect, now })
  const destinations = createDestinationDirectory({ connect, now })
  metrics?.watchList('users', agents)
  metrics?.watchList('destinations', destinations)
  let isStopping = false
  const app = createApp({
    connect,
    agents,
    signInProvider,
    authenticate: createAuthenticate({
      provider: signInProvider,
      issuer,
      audience,
      agentClaim,
      groupsClaim,
      now,
    }),
    destinations,
    ownContacts: createOwnContacts({ connect, now }),
    policyFile,
    panelConfig: panelConfigOf(configuration, version),
    instanceId,
    scheduleHorizonDays: configuration.scheduleHorizonDays,
    allowedOrigins: configuration.allowedOrigins,
    frameAncestors: configuration.frameAncestors,
    now,
    sha256Hex,
    logRequest(line) {
      logRequest(line)
      metrics?.noteRequest(line)
    },
    logTask,
    isStopping: () => isStopping,
  })
  return {
    app,
    async prepare() {
      await Promise.all([signInProvider.prepare(), agents.prepare()])
    },
    announceStop() {
      isStopping = true
    },
  }
}
