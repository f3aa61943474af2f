import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { signedInPath, workspacePath } from '../contract/page-paths.ts'
import { type CcpSimulator, startCcpSimulator } from './ccp/ccp-simulator.ts'
import { startConnectSimulator, type ConnectSimulator } from './connect/connect-simulator.ts'
import { demoFlows, demoSeed } from './connect/state/demo-seed.ts'
import { largeSeed } from './connect/state/large-seed.ts'
import { unlimitedRates } from './connect/operations.ts'
import { exampleContact } from './example-contact.ts'
import { startExamplesServer, type ExamplesServer } from './examples-server.ts'
import { startSamlProvider } from './identity/saml-provider.ts'
import { startIdentitySimulator, type IdentitySimulator } from './identity/identity-simulator.ts'
import { ana, instanceArn, type InstanceUser } from './instance/instance.ts'
import type { PageServer } from './page-server.ts'
import { startStoreSimulator, type StoreSimulator } from './store/store-simulator.ts'
import { startWorkspaceSimulator } from './workspace/workspace-simulator.ts'

export interface FarSideOptions {
  /** The origin of the panel's page, which embeds the CCP and signs agents in. */
  readonly panelOrigin: string
  /** The path below which the panel's pages are; none at the root of the origin. */
  readonly basePath?: string
  /** The scenario (contacts) that the CCP starts with. */
  readonly scenario: string
  /** The agents who are signed in to the CCP and to the panel; both are Ana by default. */
  readonly ccpAgent?: InstanceUser
  readonly panelAgent?: InstanceUser
  /** Agents sign in to the CCP at a SAML identity provider; by default Ana is signed in. */
  readonly isSamlInstance?: boolean
  /** 1,100 flows and 100 quick connects; by default a few of each. */
  readonly isLargeInstance?: boolean
  /** The origin of a developer's own page, which may embed the panel like the examples and signs in at its `/`. */
  readonly desktopOrigin?: string | undefined
  /** The clock of Connect, in milliseconds since the epoch; that of this machine by default. */
  readonly now?: () => number
}

/** All simulators that the product talks to: Connect's API, the CCP, the agent workspace, an identity provider, S3. */
export interface FarSide {
  readonly connect: ConnectSimulator
  readonly identity: IdentitySimulator
  readonly ccp: CcpSimulator
  /** The bucket that the panel uploads files to. */
  readonly store: StoreSimulator
  /** The agent workspace with the panel as a third-party application. */
  readonly workspace: PageServer
  /** Example pages that embed the panel; their origin is approved by the proxy and by Connect. */
  readonly examples: ExamplesServer
  /** The environment variables for the proxy. */
  readonly environment: Readonly<Record<string, string>>
  readonly close: () => Promise<void>
}

const examplesThatSignIn = ['streams-desktop', 'react-component', 'mount', 'custom-element', 'prefilled']

const clientId = 'tasklink-panel'
const audience = 'tasklink-proxy'
const ccpPage = fileURLToPath(new URL('../../dist/simulators/ccp', import.meta.url))
const workspacePage = fileURLToPath(new URL('../../dist/simulators/workspace', import.meta.url))

export async function startFarSide(options: FarSideOptions): Promise<FarSide> {
  const { panelOrigin, basePath = '', scenario, ccpAgent = ana, panelAgent = ana, desktopOrigin } = options
  const pages = `${panelOrigin}${basePath}`
  const desktops = desktopOrigin === undefined ? [] : [desktopOrigin]
  const { isLargeInstance = false, now = Date.now } = options
  const seed = isLargeInstance ? largeSeed : demoSeed
  const connect = await startConnectSimulator({ seed, now, signatureNow: now })
  // A function, because the other simulators start after the examples server.
  const realValues = () => ({
    'https://tasklink.example.com': panelOrigin,
    'https://login.example.com': identity.issuer,
    'https://example.my.connect.aws/ccp-v2/': ccpUrl,
    'https://example.my.connect.aws/agent-app-v2/': `${workspace.url}?scenario=${scenario}`,
    'a-contact-id-of-yours': exampleContact.contactId,
    'the-id-of-your-refund-flow': demoFlows.refundApprovals.flowId,
  })
  const examples = await startExamplesServer(realValues)
  /** The pages around the panel. */
  const hosts = [examples.origin, ...desktops]
  const identity = await startIdentitySimulator({
    redirectUris: [
      `${pages}${signedInPath}`,
      ...examplesThatSignIn.map((name) => `${examples.origin}/${name}/`),
      ...desktops.map((origin) => `${origin}/`),
    ],
    audience,
    clientId,
    user: panelAgent,
  })
  const saml = options.isSamlInstance === true ? await startSamlProvider(() => ccp.url) : undefined
  const ccp: CcpSimulator = await startCcpSimulator({
    acceptsSaml: saml?.accepts,
    approvedOrigins: [panelOrigin, ...hosts],
    connectUrl: connect.url,
    agent: ccpAgent,
    isLargeInstance,
    pageDirectory: ccpPage,
  })
  const workspace = await startWorkspaceSimulator({
    accessUrl: `${pages}${workspacePath}`,
    connectUrl: connect.url,
    agent: ccpAgent,
    pageDirectory: workspacePage,
  })
  const store = await startStoreSimulator({
    now,
    corsRules: [uploadsFrom([panelOrigin, ...hosts])],
  })
  const ccpUrl = `${ccp.url}?scenario=${scenario}`
  return {
    connect,
    identity,
    ccp,
    store,
    workspace,
    examples,
    environment: {
      ...(basePath === '' ? {} : { BASE_PATH: basePath }),
      CONNECT_CCP_URL: ccpUrl,
      ...(saml ? { CONNECT_LOGIN_URL: saml.loginUrl } : {}),
      ALLOWED_ORIGINS: hosts.join(' '),
      // The panel is on localhost: the workspace is cross-site as 127.0.0.1, and same-site as localhost.
      FRAME_ANCESTORS: [...hosts, originOf(workspace), originOf(workspace, 'localhost')].join(' '),
      ...identity.environment,
      ...awsEnvironment(connect, store),
    },
    close: async () => {
      await Promise.all([
        connect.close(),
        identity.close(),
        ccp.close(),
        store.close(),
        workspace.close(),
        examples.close(),
        saml?.close(),
      ])
    },
  }
}

/** How the proxy finds Connect and S3, and what it signs and hashes with. */
const awsEnvironment = ({ url, credentials }: ConnectSimulator, store: StoreSimulator) => ({
  CONNECT_INSTANCE_ARN: instanceArn,
  CONNECT_RATES: unlimitedRates,
  AWS_ENDPOINT_URL_CONNECT: url,
  AWS_ENDPOINT_URL_S3: store.url,
  ATTACHMENTS_BUCKET: store.bucketName,
  SEAL_SECRET: randomBytes(32).toString('base64url'),
  NUMBER_HASH_SECRET: randomBytes(32).toString('base64url'),
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
})

/** Lets the pages of these origins upload, and nothing else. */
const uploadsFrom = (origins: readonly string[]) => ({
  AllowedOrigins: [...origins],
  AllowedMethods: ['PUT'],
  AllowedHeaders: ['content-type', 'content-disposition', 'x-amz-checksum-sha256'],
  MaxAgeSeconds: 3_000,
})

function originOf({ url }: { readonly url: string }, hostname = new URL(url).hostname): string {
  const address = new URL(url)
  address.hostname = hostname
  return address.origin
}
