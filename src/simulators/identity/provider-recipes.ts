import type { InstanceUser } from '../instance/instance.ts'
import type { AccessTokenPayload, LookAlike } from './look-alike.ts'

/** How the proxy is configured for a provider, and a look-alike of that provider for the test of it. */
export interface ProviderRecipe {
  readonly name: string
  /** As in the proxy's README; the parts in capitals are the operator's own. */
  readonly environment: Readonly<
    Record<'OIDC_ISSUER' | 'OIDC_AUDIENCE' | 'OIDC_CLIENT_ID' | 'OIDC_SCOPES' | 'AGENT_CLAIM', string>
  >
  /** In the policy, and a group that the look-alike's user is in. */
  readonly groupsClaim: string
  readonly group: string
  readonly lookAlike: LookAlike
}

const fullName = ({ firstName, lastName }: InstanceUser) => `${firstName} ${lastName}`

/** The claims that every provider writes the same way. */
const common = ({ iss, sub, iat, exp, jti }: AccessTokenPayload) => ({ iss, sub, iat, exp, jti })

const entraGroup = '5f2c9f0e-1d1c-4a53-9b57-0b1f4ac0a001'
const entraApiScope = 'api://tasklink/tasks.create'

/** The id of Microsoft Graph: the audience of access tokens if no scope of another API was asked for. */
const microsoftGraph = '00000003-0000-0000-c000-000000000000'

const entraClaims = (user: InstanceUser) => ({
  name: fullName(user),
  oid: user.userId,
  tid: 'TENANT-ID',
  ver: '2.0',
  connect_username: user.username,
  groups: [entraGroup],
})

const cognitoClaims = (user: InstanceUser) => ({
  'cognito:username': user.userId,
  'cognito:groups': ['refunds'],
  'custom:connect_username': user.username,
  token_use: 'id',
})

const auth0Namespace = 'https://tasklink.example.com'

const auth0Claims = (user: InstanceUser) => ({
  [`${auth0Namespace}/connect_username`]: user.username,
  [`${auth0Namespace}/groups`]: ['refunds'],
})

export const providerRecipes: readonly ProviderRecipe[] = [
  {
    name: 'Microsoft Entra ID',
    environment: {
      OIDC_ISSUER: 'https://login.microsoftonline.com/TENANT-ID/v2.0',
      OIDC_AUDIENCE: 'API-CLIENT-ID',
      OIDC_CLIENT_ID: 'PANEL-CLIENT-ID',
      OIDC_SCOPES: `openid profile offline_access ${entraApiScope}`,
      AGENT_CLAIM: 'connect_username',
    },
    groupsClaim: 'groups',
    group: entraGroup,
    lookAlike: {
      issuerPath: '/TENANT-ID/v2.0',
      apiScope: entraApiScope,
      refreshTokens: 'offline_access',
      userClaims: entraClaims,
      accessToken: (payload, user) => ({
        ...common(payload),
        ...entraClaims(user),
        aud: payload.scope === entraApiScope ? payload.aud : microsoftGraph,
        nbf: payload.iat,
        azp: payload.client_id,
        azpacr: '0',
        scp: 'tasks.create',
      }),
    },
  },
  {
    name: 'Okta',
    environment: {
      OIDC_ISSUER: 'https://ORG.okta.com/oauth2/default',
      OIDC_AUDIENCE: 'api://default',
      OIDC_CLIENT_ID: 'PANEL-CLIENT-ID',
      OIDC_SCOPES: 'openid profile offline_access',
      AGENT_CLAIM: 'connect_username',
    },
    groupsClaim: 'groups',
    group: 'refunds',
    lookAlike: {
      issuerPath: '/oauth2/default',
      refreshTokens: 'offline_access',
      userClaims: (user) => ({ name: fullName(user), ver: 1, idp: 'IDP-ID' }),
      accessToken: (payload, user) => ({
        ...common(payload),
        ver: 1,
        aud: payload.aud,
        cid: payload.client_id,
        uid: user.userId,
        scp: ['openid', 'profile', 'offline_access'],
        connect_username: user.username,
        groups: ['Everyone', 'refunds'],
      }),
    },
  },
  {
    name: 'Amazon Cognito',
    environment: {
      OIDC_ISSUER: 'https://cognito-idp.REGION.amazonaws.com/USER-POOL-ID',
      OIDC_AUDIENCE: 'PANEL-CLIENT-ID',
      OIDC_CLIENT_ID: 'PANEL-CLIENT-ID',
      OIDC_SCOPES: 'openid profile',
      AGENT_CLAIM: 'custom:connect_username',
    },
    groupsClaim: 'cognito:groups',
    group: 'refunds',
    lookAlike: {
      issuerPath: '/USER-POOL-ID',
      refreshTokens: 'always',
      userClaims: cognitoClaims,
      // Cognito's access token has no audience and no custom attributes. oidc-provider always sets `aud`, so the test removes
      // it.
      accessToken: (payload, user) => ({
        ...common(payload),
        aud: [],
        token_use: 'access',
        client_id: payload.client_id,
        username: user.userId,
        scope: 'openid profile',
        'cognito:groups': ['refunds'],
        version: 2,
      }),
    },
  },
  {
    name: 'Keycloak',
    environment: {
      OIDC_ISSUER: 'https://KEYCLOAK-HOST/realms/REALM',
      OIDC_AUDIENCE: 'tasklink-proxy',
      OIDC_CLIENT_ID: 'tasklink-panel',
      OIDC_SCOPES: 'openid profile',
      AGENT_CLAIM: 'connect_username',
    },
    groupsClaim: '/realm_access/roles',
    group: 'refunds',
    lookAlike: {
      issuerPath: '/realms/REALM',
      refreshTokens: 'always',
      userClaims: (user) => ({ name: fullName(user), connect_username: user.username }),
      accessToken: (payload, user) => ({
        ...common(payload),
        typ: 'Bearer',
        aud: [payload.aud, 'account'],
        azp: payload.client_id,
        scope: 'openid profile',
        realm_access: { roles: ['offline_access', 'refunds'] },
        resource_access: { account: { roles: ['view-profile'] } },
        connect_username: user.username,
      }),
    },
  },
  {
    name: 'Auth0',
    environment: {
      OIDC_ISSUER: 'https://TENANT.auth0.com/',
      OIDC_AUDIENCE: 'https://tasklink.example.com',
      OIDC_CLIENT_ID: 'PANEL-CLIENT-ID',
      OIDC_SCOPES: 'openid profile offline_access',
      AGENT_CLAIM: `${auth0Namespace}/connect_username`,
    },
    groupsClaim: `${auth0Namespace}/groups`,
    group: 'refunds',
    lookAlike: {
      issuerPath: '/',
      refreshTokens: 'offline_access',
      userClaims: (user) => ({ name: fullName(user), ...auth0Claims(user) }),
      accessToken: (payload, user) => ({
        ...common(payload),
        ...auth0Claims(user),
        aud: [payload.aud, `${String(payload.iss)}userinfo`],
        azp: payload.client_id,
        scope: 'openid profile offline_access',
      }),
    },
  },
]
