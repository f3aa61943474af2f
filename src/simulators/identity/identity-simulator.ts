import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from './provider-package.ts'
import type { InstanceUser } from '../instance/instance.ts'
import { listen, stopListening } from '../listen.ts'
import { createArtifactStore } from './artifact-store.ts'
import { askWhoSignsIn } from './login-page.ts'
import {
  agentClaimDefault,
  interactionPath,
  providerConfiguration,
  userClaims,
  usersOf,
  usualBehaviour,
  type IdentityBehaviour,
  type IdentityOptions,
} from './provider-configuration.ts'
import { documentAt, sendDocument, type ProviderDocument } from './provider-documents.ts'
import { createSigningKeys } from './signing-keys.ts'

export interface IdentitySimulator {
  readonly issuer: string
  /** The environment variables with which a proxy accepts this provider's tokens. */
  readonly environment: Readonly<Record<string, string>>
  /** A token as this provider issues it. `claims` replace its claims; `undefined` removes one. */
  readonly tokenFor: (user: InstanceUser, claims?: Readonly<Record<string, unknown>>) => Promise<string>
  /** Signs any header and payload with the current key, also invalid ones. */
  readonly sign: (header: object, payload: string) => Promise<string>
  /** Signs with a new key from now on. Earlier keys stay published. */
  readonly rotateKeys: () => Promise<void>
  /** Publishes only the newest key. */
  readonly withdrawOlderKeys: () => void
  /** The number of requests for a document since the start or the last reset. */
  readonly timesAskedFor: (document: ProviderDocument) => number
  /** Ends every session: silent renewal fails until the next sign-in. */
  readonly signOutEverybody: () => void
  readonly behave: (changes: Partial<IdentityBehaviour>) => void
  /** Deletes all sessions and restores the first key and the usual behaviour. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

/** Adds `Secure` to cookies: oidc-provider omits it without TLS, but browsers accept it from localhost. */
function secureCookies(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response)
  response.setHeader = (name, value) =>
    setHeader(
      name,
      name.toLowerCase() === 'set-cookie' && Array.isArray(value)
        ? value.map((cookie: string) => `${cookie}; Secure`)
        : value,
    )
}

/** The sign-ins that ask for `offline_access`: oidc-provider drops it without prompt=consent; the well-known providers do not. */
function createOfflineSignIns() {
  const challenges = new Set<string>()
  return {
    note: ({ searchParams }: URL) => {
      const challenge = searchParams.get('code_challenge')
      const isOffline = searchParams.get('scope')?.split(' ').includes('offline_access') === true
      if (challenge !== null && isOffline) challenges.add(challenge)
    },
    has: (challenge: string | undefined) => challenge !== undefined && challenges.has(challenge),
  }
}

function usualClaims(user: InstanceUser, options: IdentityOptions, lifetimeSeconds: number) {
  const { audience, clientId, agentClaim = agentClaimDefault, now = Date.now } = options
  const issuedAt = Math.floor(now() / 1_000)
  return {
    sub: user.userId,
    aud: audience,
    client_id: clientId,
    iat: issuedAt,
    exp: issuedAt + lifetimeSeconds,
    ...userClaims(user, agentClaim),
  }
}

/** Starts a real OpenID provider on `http://localhost`. It signs in its one user at once, or shows a login form. */
export async function startIdentitySimulator(options: IdentityOptions): Promise<IdentitySimulator> {
  const server = createServer()
  const issuer = `${await listen(server, options.port ?? 0, 'localhost')}${options.lookAlike?.issuerPath ?? ''}`
  const basePath = new URL(issuer).pathname.replace(/\/$/, '')
  const offlineSignIns = createOfflineSignIns()

  const keys = await createSigningKeys()
  const asked = new Map<ProviderDocument, number>()
  const artifacts = createArtifactStore()
  const cookieKey = crypto.randomUUID()
  let behaviour = usualBehaviour
  const provider = new Provider(
    issuer,
    providerConfiguration(options, {
      signingKey: keys.first,
      cookieKey,
      artifacts,
      behaviour: () => behaviour,
      isOffline: offlineSignIns.has,
    }),
  )
  const answer = provider.callback()
  const users = usersOf(options)
  const finishInteraction = async (request: IncomingMessage, response: ServerResponse) => {
    if (behaviour.isolatesLoginPage) response.setHeader('cross-origin-opener-policy', 'same-origin')
    const result = options.loginForm
      ? await askWhoSignsIn(request, response, users)
      : { login: { accountId: options.user.userId }, consent: {} }
    if (result) await provider.interactionFinished(request, response, result)
  }
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const url = request.url ?? ''
    if (basePath !== '' && url.startsWith(`${basePath}/`)) {
      // oidc-provider finds the path that it is mounted at by comparing the two.
      Object.assign(request, { originalUrl: url, url: url.slice(basePath.length) })
    }
    offlineSignIns.note(new URL(url, issuer))
    const document = documentAt(request.url ?? '')
    if (document) asked.set(document, (asked.get(document) ?? 0) + 1)
    if (document && behaviour[document] !== 'usual') return sendDocument(response, behaviour[document])
    const published = document === 'keys' && keys.published()
    if (published) return sendDocument(response, { status: 200, body: JSON.stringify(published) })
    secureCookies(response)
    const handled = request.url?.startsWith(interactionPath)
      ? finishInteraction(request, response)
      : answer(request, response)
    handled.catch((error: unknown) => response.writeHead(500).end(String(error)))
  })

  return {
    issuer,
    environment: {
      OIDC_ISSUER: issuer,
      OIDC_AUDIENCE: options.audience,
      OIDC_CLIENT_ID: options.clientId,
      AGENT_CLAIM: options.agentClaim ?? agentClaimDefault,
    },
    tokenFor: (user, claims) => {
      const own = { iss: issuer, ...usualClaims(user, options, behaviour.tokenLifetimeSeconds) }
      return keys.sign({ typ: 'at+jwt' }, JSON.stringify({ ...own, ...claims }))
    },
    sign: keys.sign,
    rotateKeys: keys.rotate,
    withdrawOlderKeys: keys.withdrawOlder,
    timesAskedFor: (document) => asked.get(document) ?? 0,
    signOutEverybody: artifacts.clear,
    behave: (changes) => {
      behaviour = { ...behaviour, ...changes }
    },
    reset: () => {
      artifacts.clear()
      keys.reset()
      asked.clear()
      behaviour = usualBehaviour
    },
    close: async () => {
      await stopListening(server)
      keys.close()
    },
  }
}
