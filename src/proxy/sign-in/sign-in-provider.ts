import type { JWTVerifyGetKey } from 'jose'
import * as z from 'zod/mini'
import { createKeySet } from './key-set.ts'
import { isSafeAddress } from '../safe-address.ts'

/** The company’s identity provider: the part of it that checking tokens needs. */
export interface SignInProvider {
  /** Finds the key of a token; rejects with `sign-in-unavailable` while the provider cannot be reached. */
  readonly key: JWTVerifyGetKey
  /** Reads the keys ahead of the first request, unless they were read lately; rejects with `sign-in-unavailable`. */
  readonly prepare: () => Promise<void>
  /** The origins that the panel must reach to sign in. The list grows once the provider has been read. */
  readonly origins: () => readonly string[]
  /** True if a token could be checked now. */
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

// A key is checked only when a token names it, so a key of an unknown kind does not affect the others.
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
    // OpenID Connect Discovery 4.3: the issuer in the document must be the one that was asked.
    if (discovery.issuer !== issuer) throw new Error('The discovery document names another issuer.')
    origins = [...new Set([issuerOrigin, ...endpointOrigins(discovery)])]
    return discovery.jwks_uri
  }

  async function readKeys() {
    const keysUrl = knownKeysUrl ?? (await discoverKeysUrl())
    // If the keys cannot be read, the provider may have moved them, so discovery runs again.
    knownKeysUrl = undefined
    const keys = keySetSchema.parse(await readDocument(keysUrl))
    knownKeysUrl = keysUrl
    return keys
  }

  const keySet = createKeySet({ read: readKeys, now })
  return { key: keySet.find, prepare: keySet.prepare, origins: () => origins, isReady: keySet.isUsable }
}
