import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Provider } from 'oidc-provider'
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
  /** What a proxy must be told to take this provider's tokens, as its environment variables. */
  readonly environment: Readonly<Record<string, string>>
  /** A token as this provider would issue it; `claims` replace its own, and `undefined` takes one away. */
  readonly tokenFor: (user: InstanceUser, claims?: Readonly<Record<string, unknown>>) => Promise<string>
  /** Any header and payload under the key it signs with, also such as no provider would sign. */
  readonly sign: (header: object, payload: string) => Promise<string>
  /** Signs its own tokens with a new key; those it published before are still published. */
  readonly rotateKeys: () => Promise<void>
  /** Publishes its newest key alone. */
  readonly withdrawOlderKeys: () => void
  /** How often it was asked for a document since it started or was reset. */
  readonly timesAskedFor: (document: ProviderDocument) => number
  /** Ends every session: silent renewal fails until the next sign-in. */
  readonly signOutEverybody: () => void
  readonly behave: (changes: Partial<IdentityBehaviour>) => void
  /** Knows nobody's session any more, signs with its first key, and behaves as usual. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

/** A browser takes `Secure` cookies from localhost without TLS; the package that writes them gives none out. */
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

/** A real OpenID provider on `http://localhost`. It signs its one user in without asking, or asks in a form. */
export async function startIdentitySimulator(options: IdentityOptions): Promise<IdentitySimulator> {
  const server = createServer()
  const issuer = await listen(server, options.port ?? 0, 'localhost')

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

  const agentClaim = options.agentClaim ?? agentClaimDefault

  return {
    issuer,
    environment: {
      OIDC_ISSUER: issuer,
      OIDC_AUDIENCE: options.audience,
      OIDC_CLIENT_ID: options.clientId,
      AGENT_CLAIM: agentClaim,
    },
    tokenFor(user, claims) {
      const issuedAt = Math.floor((options.now ?? Date.now)() / 1_000)
      const own = {
        iss: issuer,
        sub: user.userId,
        aud: options.audience,
        client_id: options.clientId,
        iat: issuedAt,
        exp: issuedAt + behaviour.tokenLifetimeSeconds,
        ...userClaims(user, agentClaim),
      }
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
    close: () => stopListening(server),
  }
}
