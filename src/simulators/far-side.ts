import { fileURLToPath } from 'node:url'
import { signedInPath } from '../contract/page-paths.ts'
import { type CcpSimulator, startCcpSimulator } from './ccp/ccp-simulator.ts'
import { startConnectSimulator, type ConnectSimulator } from './connect/connect-simulator.ts'
import { startIdentitySimulator, type IdentitySimulator } from './identity/identity-simulator.ts'
import { ana, instanceArn, type InstanceUser } from './instance/instance.ts'

export interface FarSideOptions {
  /** The page that embeds the CCP and signs agents in. */
  readonly panelOrigin: string
  /** What the CCP's agent finds on opening it. */
  readonly scenario: string
  /** Who is signed in to the CCP, and to the panel. */
  readonly ccpAgent?: InstanceUser
  readonly panelAgent?: InstanceUser
}

/** Everything the product talks to, on this machine: Connect's API, its CCP, an identity provider. */
export interface FarSide {
  readonly connect: ConnectSimulator
  readonly identity: IdentitySimulator
  readonly ccp: CcpSimulator
  /** The proxy's environment, as an administrator would set it. */
  readonly environment: Readonly<Record<string, string>>
  readonly close: () => Promise<void>
}

const clientId = 'tasklink-panel'
const audience = 'tasklink-proxy'
const ccpPage = fileURLToPath(new URL('../../dist/simulators/ccp', import.meta.url))

export async function startFarSide(options: FarSideOptions): Promise<FarSide> {
  const { panelOrigin, scenario, ccpAgent = ana, panelAgent = ana } = options
  const connect = await startConnectSimulator()
  const identity = await startIdentitySimulator({
    redirectUris: [`${panelOrigin}${signedInPath}`],
    audience,
    clientId,
    user: panelAgent,
  })
  const ccp = await startCcpSimulator({
    approvedOrigins: [panelOrigin],
    connectUrl: connect.url,
    agent: ccpAgent,
    pageDirectory: ccpPage,
  })
  return {
    connect,
    identity,
    ccp,
    environment: {
      CONNECT_INSTANCE_ARN: instanceArn,
      CONNECT_CCP_URL: `${ccp.url}?scenario=${scenario}`,
      ...identity.environment,
      AWS_ENDPOINT_URL_CONNECT: connect.url,
      AWS_ACCESS_KEY_ID: connect.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: connect.credentials.secretAccessKey,
    },
    close: async () => {
      await Promise.all([connect.close(), identity.close(), ccp.close()])
    },
  }
}
