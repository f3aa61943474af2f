import type { JWTVerifyGetKey } from 'jose'
import * as z from 'zod/mini'
import { createKeySet } from './key-set.ts'
import { isSafeAddress } from '../safe-address.ts'

/** The company's identity provider, as far as tokens are checked against it. */
export interface SignInProvider {
  /** Finds the key of a token; rejects with `sign-in-unavailable` while the provider cannot be asked. */
  readonly key: JWTVerifyGetKey
  /** Asks the provider, unless it was asked lately, before anybody needs a key; rejects with `sign-in-unavailable`. */
  readonly prepare: () => Promise<void>
  /** Where the panel must be allowed to go to sign in, as far as it is known yet. */
  readonly origins: () => readonly string[]
  /** Whether a token could be checked now. */
  readonly isReady: () => boolean
}

export interface SignInProviderOptions {
  readonly issuer: string
  readonly now: () => Date
  readonly fetch?: typeof fetch
}

const answerTimeoutMs = 5_000

const address = z.string().check(z.refine(isSafeAddress))

const discoverySchema = z.object({
  issuer: z.string(),
  jwks_uri: address,
  authorization_endpoint: z.optional(address),
  token_endpoint: z.optional(address),
  userinfo_endpoint: z.optional(address),
  end_session_endpoint: z.optional(address),
})

type Discovery = z.infer<typeof discoverySchema>

// Each key is looked at when a token names it: one of a kind that nobody here knows must not spoil the others.
const keySetSchema = z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })

function endpointOrigins(discovery: Discovery): string[] {
  const { authorization_endpoint, token_endpoint, userinfo_endpoint, end_session_endpoint } = discovery
  const endpoints = [authorization_endpoint, token_endpoint, userinfo_endpoint, end_session_endpoint]
  return endpoints.filter((endpoint) => endpoint !== undefined).map((endpoint) => new URL(endpoint).origin)
}

export function createSignInProvider({
  issuer,
  now,
  fetch: ask = fetch,
}: SignInProviderOptions): SignInProvider {
  const issuerOrigin = new URL(issuer).origin
  let origins: readonly string[] = [issuerOrigin]
  let knownKeysUrl: string | undefined

  async function readDocument(url: string): Promise<unknown> {
    const response = await ask(url, { signal: AbortSignal.timeout(answerTimeoutMs), redirect: 'error' })
    if (!response.ok) throw new Error(`The identity provider answers ${response.status}.`)
    return response.json()
  }

  async function discoverKeysUrl(): Promise<string> {
    const document = await readDocument(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`)
    const discovery = discoverySchema.parse(document)
    // OpenID Connect Discovery 4.3: it must be the very issuer that was asked.
    if (discovery.issuer !== issuer) throw new Error('The discovery document names another issuer.')
    origins = [...new Set([issuerOrigin, ...endpointOrigins(discovery)])]
    return discovery.jwks_uri
  }

  async function readKeys() {
    const keysUrl = knownKeysUrl ?? (await discoverKeysUrl())
    // Where the keys cannot be read, the provider may have moved them.
    knownKeysUrl = undefined
    const keys = keySetSchema.parse(await readDocument(keysUrl))
    knownKeysUrl = keysUrl
    return keys
  }

  const keySet = createKeySet({ read: readKeys, now })
  return { key: keySet.find, prepare: keySet.prepare, origins: () => origins, isReady: keySet.isUsable }
}
