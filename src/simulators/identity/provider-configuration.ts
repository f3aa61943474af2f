import type { Configuration, JWK, KoaContextWithOIDC } from 'oidc-provider'
import type { InstanceUser } from '../instance/instance.ts'
import type { ArtifactStore } from './artifact-store.ts'

export interface IdentityOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number
  readonly redirectUris: readonly string[]
  readonly audience: string
  readonly clientId: string
  /** The claim that holds the Connect user name. */
  readonly agentClaim?: string
  /** Who is signed in, without being asked. */
  readonly user: InstanceUser
}

export const agentClaimDefault = 'connect_username'

// A resource indicator must be a URI, an audience need not be; clients name neither.
const proxyResource = 'urn:tasklink:proxy'
const proxyScope = 'tasks'

export const interactionPath = '/interaction/'

/** What a user's tokens say beside the protocol's own claims. */
export const userClaims = (user: InstanceUser, agentClaim: string) => ({
  name: `${user.firstName} ${user.lastName}`,
  [agentClaim]: user.username,
})

async function grantEverything({ oidc }: KoaContextWithOIDC) {
  const { client, session, provider } = oidc
  const grantId = client && session?.grantIdFor(client.clientId)
  const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId)
  if (existing || !client || session?.accountId === undefined) return existing
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
  grant.addOIDCScope('openid profile')
  grant.addResourceScope(proxyResource, proxyScope)
  await grant.save()
  return grant
}

export interface ProviderSecrets {
  readonly signingKey: JWK
  readonly cookieKey: string
  readonly artifacts: ArtifactStore
}

/** A provider as companies run them for single-page apps: code and PKCE, no secret, JWT access tokens. */
export function providerConfiguration(options: IdentityOptions, secrets: ProviderSecrets): Configuration {
  const { redirectUris, audience, clientId, user, agentClaim = agentClaimDefault } = options
  const origins = new Set(redirectUris.map((uri) => new URL(uri).origin))
  const claims = userClaims(user, agentClaim)
  return {
    adapter: secrets.artifacts.adapter,
    jwks: { keys: [secrets.signingKey] },
    cookies: { keys: [secrets.cookieKey] },
    clients: [
      {
        client_id: clientId,
        redirect_uris: [...redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'none',
      },
    ],
    clientBasedCORS: (_context, origin) => origins.has(origin),
    scopes: ['openid', 'profile'],
    claims: { openid: ['sub', agentClaim], profile: ['name'] },
    // Otherwise only the userinfo endpoint would tell the agent's name.
    conformIdTokenClaims: false,
    findAccount: (_context, sub) =>
      sub === user.userId ? { accountId: sub, claims: () => ({ sub, ...claims }) } : undefined,
    extraTokenClaims: () => claims,
    loadExistingGrant: grantEverything,
    interactions: { url: (_context, { uid }) => `${interactionPath}${uid}` },
    ttl: { AccessToken: 600, IdToken: 600, Session: 86_400, Grant: 86_400, Interaction: 600 },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => proxyResource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: proxyScope,
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    renderError: (context, { error, error_description: description }) => {
      context.type = 'text/plain'
      context.body = `${error}: ${description ?? ''}`
    },
  }
}
