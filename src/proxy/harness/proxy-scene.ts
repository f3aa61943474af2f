import { problemSchema, type Problem } from '../../contract/problems/problem.ts'
import { startConnectSimulator, type ConnectSimulator } from '../../simulators/connect/connect-simulator.ts'
import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { unlimitedRates } from '../../simulators/connect/operations.ts'
import {
  startIdentitySimulator,
  type IdentitySimulator,
} from '../../simulators/identity/identity-simulator.ts'
import { ana, instanceArn, type InstanceContact } from '../../simulators/instance/instance.ts'
import type { ConnectOptions } from '../connect/connect.ts'
import type { PolicyFile } from '../policy/policies.ts'
import type { ProxyOptions } from '../proxy.ts'
import { createProxyHarness, type ProxyHarness } from './proxy-harness.ts'

interface ProxyDifferences {
  readonly environment?: Readonly<Record<string, string>>
  readonly policyFile?: PolicyFile
  readonly connect?: Pick<ConnectOptions, 'endpoint' | 'credentials' | 'writeTimeoutMs' | 'clock'>
  readonly store?: ProxyOptions['store']
}

/** A simulated Connect, a simulated identity provider, and proxies between them. */
export interface ProxyScene {
  readonly connect: ConnectSimulator
  readonly identity: IdentitySimulator
  /** Ana’s token. */
  readonly token: string
  /** For a proxy in a separate process. */
  readonly environment: Readonly<Record<string, string>>
  /** A proxy that has not called Connect or the identity provider yet. */
  readonly newProxy: (differs?: ProxyDifferences) => ProxyHarness
  readonly close: () => Promise<void>
}

const audience = 'https://tasklink.example'
const ccpUrl = 'https://example.my.connect.aws/ccp-v2'
const longAfterEveryTest = Date.UTC(2100, 0) / 1_000

/**
 * `now` is the clock of Connect, of the proxies and of tokens; by default the machine’s. `signatureNow` is the clock of the
 * SDK, which differs from the machine's only in a process of its own.
 */
export async function startProxyScene(
  now: () => number = Date.now,
  signatureNow: () => number = Date.now,
): Promise<ProxyScene> {
  const connect = await startConnectSimulator({ now, signatureNow })
  const identity = await startIdentitySimulator({
    redirectUris: ['http://localhost:5173/signed-in'],
    audience,
    clientId: 'tasklink-panel',
    user: ana,
    now,
  })
  const environment = {
    ...identity.environment,
    CONNECT_INSTANCE_ARN: instanceArn,
    CONNECT_CCP_URL: ccpUrl,
    CONNECT_RATES: unlimitedRates,
  }
  return {
    connect,
    identity,
    token: await identity.tokenFor(ana, { exp: longAfterEveryTest }),
    environment: {
      ...environment,
      AWS_ENDPOINT_URL_CONNECT: connect.url,
      AWS_ACCESS_KEY_ID: connect.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: connect.credentials.secretAccessKey,
    },
    newProxy: (differs = {}) =>
      createProxyHarness(
        { ...environment, ...differs.environment },
        {
          policyFile: differs.policyFile,
          ...(differs.store ? { store: differs.store } : {}),
          connect: { endpoint: connect.url, credentials: connect.credentials, ...differs.connect },
        },
        now,
      ),
    close: async () => {
      await Promise.all([connect.close(), identity.close()])
    },
  }
}

/** The smallest task, as sent to the proxy. */
export const plainTask = {
  clientToken: 'token-1',
  name: 'Call back',
  destination: { type: 'flow', flowId: demoFlows.callbackRequests.flowId },
} as const

/** A call that its agent has accepted; `differs` overrides. */
export const contact = (contactId: string, differs: Partial<InstanceContact> = {}): InstanceContact => ({
  contactId,
  initialContactId: null,
  channel: 'VOICE',
  state: 'CONNECTED',
  accepted: true,
  name: null,
  attributes: {},
  ...differs,
})

export const problemOf = async (response: Response): Promise<Problem> =>
  problemSchema.parse(await response.json())
