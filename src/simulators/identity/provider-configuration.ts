import type { Configuration, JWK, KoaContextWithOIDC } from 'oidc-provider'
import type { InstanceUser } from '../instance/instance.ts'
import type { ArtifactStore } from './artifact-store.ts'
import type { LookAlike } from './look-alike.ts'
import type { DocumentAnswer, ProviderDocument } from './provider-documents.ts'

export interface IdentityOptions {
  /** Default: a free port. */
  readonly port?: number
  readonly redirectUris: readonly string[]
  readonly audience: string
  readonly clientId: string
  /** The claim that holds the Connect user name. */
  readonly agentClaim?: string
  /** The user who is signed in without a form. With `loginForm`, a user who has an account. */
  readonly user: InstanceUser
  /** Shows a login form that asks for a user name, without a password. `otherUsers` have an account too. */
  readonly loginForm?: { readonly otherUsers: readonly InstanceUser[] }
  readonly lookAlike?: LookAlike
  /** The clock for `tokenFor`. Tokens of a sign-in use the machine's clock. */
  readonly now?: () => number
}

/** Settings that a test may change while the provider runs. */
export interface IdentityBehaviour extends Readonly<Record<ProviderDocument, DocumentAnswer | 'usual'>> {
  readonly tokenLifetimeSeconds: number
  /** Issues refresh tokens without the scope `offline_access`, as some providers do. */
  readonly givesRefreshTokens: boolean
  /** Moves `iat` and `exp` back. Longer than the token's lifetime, it makes tokens that have expired when issued. */
  readonly clockBehindSeconds: number
  /** Sends `Cross-Origin-Opener-Policy: same-origin` with the login page, as some providers do. */
  readonly isolatesLoginPage: boolean
}

export const usualBehaviour: IdentityBehaviour = {
  tokenLifetimeSeconds: 600,
  givesRefreshTokens: false,
  clockBehindSeconds: 0,
  isolatesLoginPage: false,
  discovery: 'usual',
  keys: 'usual',
}

export const usersOf = ({ user, loginForm }: IdentityOptions) => [user, ...(loginForm?.otherUsers ?? [])]

export const agentClaimDefault = 'connect_username'

// A resource indicator must be a URI, unlike an audience. Clients send neither, so this is the default resource.
const proxyResource = 'urn:tasklink:proxy'
const proxyScope = 'tasks'

export const interactionPath = '/interaction/'

/** The claims about the user, beside those of the protocol. */
export const userClaims = (user: InstanceUser, agentClaim: string) => ({
  name: `${user.firstName} ${user.lastName}`,
  [agentClaim]: user.username,
})

const grantEverything =
  (scope: string) =>
  async ({ oidc }: KoaContextWithOIDC) => {
    const { client, session, provider } = oidc
    const grantId = client && session?.grantIdFor(client.clientId)
    const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId)
    if (existing || !client || session?.accountId === undefined) return existing
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
    grant.addOIDCScope('openid profile')
    grant.addResourceScope(proxyResource, scope)
    await grant.save()
    return grant
  }

/** Access tokens are JWTs for the proxy, which clients do not have to name. */
const accessTokensFor = (audience: string, scope: string, lifetimeSeconds: () => number) => ({
  enabled: true,
  defaultResource: () => proxyResource,
  useGrantedResource: () => true,
  getResourceServerInfo: () => ({
    scope,
    audience,
    accessTokenFormat: 'jwt' as const,
    accessTokenTTL: lifetimeSeconds(),
    jwt: { sign: { alg: 'RS256' as const } },
  }),
})

export interface ProviderParts {
  readonly signingKey: JWK
  readonly cookieKey: string
  readonly artifacts: ArtifactStore
  readonly behaviour: () => IdentityBehaviour
  /** Whether the sign-in with this PKCE challenge asked for `offline_access`. */
  readonly isOffline: (codeChallenge: string | undefined) => boolean
}

/** Configures a provider for a single-page app: code flow with PKCE, no client secret, JWT access tokens. */
export function providerConfiguration(options: IdentityOptions, parts: ProviderParts): Configuration {
  const { redirectUris, audience, clientId, agentClaim = agentClaimDefault, lookAlike } = options
  const apiScope = lookAlike?.apiScope ?? proxyScope
  const lifetime = () => parts.behaviour().tokenLifetimeSeconds
  const origins = new Set(redirectUris.map((uri) => new URL(uri).origin))
  const users = usersOf(options)
  const ownClaims = (user: InstanceUser) => lookAlike?.userClaims(user) ?? userClaims(user, agentClaim)
  const userOf = (subject: string | undefined) => users.find(({ userId }) => userId === subject)
  const claimsOf = (subject: string | undefined) => {
    const user = userOf(subject)
    return user && ownClaims(user)
  }
  return {
    adapter: parts.artifacts.adapter,
    jwks: { keys: [parts.signingKey] },
    // Silent renewal in a frame needs `SameSite=None`. The server adds `Secure`, which `None` requires.
    cookies: { keys: [parts.cookieKey], long: { sameSite: 'none' }, short: { sameSite: 'none' } },
    clients: [
      {
        client_id: clientId,
        redirect_uris: [...redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'none',
      },
    ],
    clientBasedCORS: (_context, origin) => origins.has(origin),
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub', ...Object.keys(ownClaims(options.user))], profile: ['name'] },
    // Put `name` in the ID token; with `true` it would come only from the userinfo endpoint.
    conformIdTokenClaims: false,
    findAccount: (_context, sub) => {
      const claims = claimsOf(sub)
      return claims && { accountId: sub, claims: () => ({ sub, ...claims }) }
    },
    extraTokenClaims: (_context, token) => claimsOf('accountId' in token ? token.accountId : undefined),
    issueRefreshToken: (_context, _client, code) => {
      if (lookAlike?.refreshTokens === 'always' || parts.behaviour().givesRefreshTokens) return true
      return 'codeChallenge' in code && parts.isOffline(code.codeChallenge)
    },
    formats: {
      customizers: {
        jwt: (_context, token, jwt) => {
          const { iat, exp } = jwt.payload
          const { clockBehindSeconds: behind } = parts.behaviour()
          jwt.payload = { ...jwt.payload, iat: Number(iat) - behind, exp: Number(exp) - behind }
          const user = 'accountId' in token ? userOf(token.accountId) : undefined
          if (lookAlike && user) jwt.payload = lookAlike.accessToken(jwt.payload, user)
        },
      },
    },
    loadExistingGrant: grantEverything(apiScope),
    interactions: { url: (_context, { uid }) => `${interactionPath}${uid}` },
    ttl: {
      AccessToken: lifetime,
      IdToken: lifetime,
      RefreshToken: 86_400,
      Session: 86_400,
      Grant: 86_400,
      Interaction: 600,
    },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: accessTokensFor(audience, apiScope, lifetime),
    },
    renderError: (context, { error, error_description: description }) => {
      context.type = 'text/plain'
      context.body = `${error}: ${description ?? ''}`
    },
  }
}
