import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose'
import * as z from 'zod/mini'
import { Failure } from './failure.ts'
import { isSafeAddress } from './safe-address.ts'

/** The company's identity provider, as far as tokens are checked against it. */
export interface SignInProvider {
  /** The provider's keys; rejects with `sign-in-unavailable` while its discovery document cannot be read. */
  readonly keys: () => Promise<JWTVerifyGetKey>
  /** Where the panel must be allowed to go to sign in, as far as it is known yet. */
  readonly origins: () => readonly string[]
  readonly isReady: () => boolean
}

export interface SignInProviderOptions {
  readonly issuer: string
  readonly fetch?: typeof fetch
}

const answerTimeoutMs = 5_000
const retryAfterSeconds = 5

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

export const signInUnavailable = (cause: unknown) =>
  new Failure(
    {
      code: 'sign-in-unavailable',
      detail:
        'The identity provider could not be asked, so no token can be checked; nothing was created. Check that the proxy reaches OIDC_ISSUER.',
      retryAfterSeconds,
    },
    { cause },
  )

function endpointOrigins(discovery: Discovery): string[] {
  const { authorization_endpoint, token_endpoint, userinfo_endpoint, end_session_endpoint } = discovery
  const endpoints = [authorization_endpoint, token_endpoint, userinfo_endpoint, end_session_endpoint]
  return endpoints.filter((endpoint) => endpoint !== undefined).map((endpoint) => new URL(endpoint).origin)
}

export function createSignInProvider({ issuer, fetch: ask = fetch }: SignInProviderOptions): SignInProvider {
  const issuerOrigin = new URL(issuer).origin
  let origins: readonly string[] = [issuerOrigin]
  let discovering: Promise<JWTVerifyGetKey> | undefined
  let ready = false

  async function discover(): Promise<JWTVerifyGetKey> {
    const response = await ask(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
      signal: AbortSignal.timeout(answerTimeoutMs),
      redirect: 'error',
    })
    if (!response.ok) throw new Error(`The discovery document answers ${response.status}.`)
    const discovery = discoverySchema.parse(await response.json())
    // OpenID Connect Discovery 4.3: it must be the very issuer that was asked.
    if (discovery.issuer !== issuer) throw new Error('The discovery document names another issuer.')
    origins = [...new Set([issuerOrigin, ...endpointOrigins(discovery)])]
    ready = true
    return createRemoteJWKSet(new URL(discovery.jwks_uri), {
      timeoutDuration: answerTimeoutMs,
      [customFetch]: ask,
    })
  }

  return {
    keys() {
      discovering ??= discover().catch((error: unknown) => {
        discovering = undefined
        throw signInUnavailable(error)
      })
      return discovering
    },
    origins: () => origins,
    isReady: () => ready,
  }
}
