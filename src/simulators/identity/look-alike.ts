import type { InstanceUser } from '../instance/instance.ts'

/** The payload of an access token as oidc-provider writes it. */
export interface AccessTokenPayload {
  readonly iss?: unknown
  readonly sub?: unknown
  readonly aud?: unknown
  readonly iat?: unknown
  readonly exp?: unknown
  readonly client_id?: unknown
  readonly scope?: unknown
  readonly jti?: unknown
}

/** Settings that make the tokens of this simulator look like those of a known provider. */
export interface LookAlike {
  /** The path of the issuer, with the slash at its end if the provider has one. */
  readonly issuerPath: string
  /** The scope of the proxy's API. */
  readonly apiScope?: string
  /** The claims about the user in the ID token, beside those of the protocol. */
  readonly userClaims: (user: InstanceUser) => Readonly<Record<string, unknown>>
  /** The whole payload of the access token. */
  readonly accessToken: (payload: AccessTokenPayload, user: InstanceUser) => Record<string, unknown>
  /** `always`, or only for the scope `offline_access`. */
  readonly refreshTokens: 'always' | 'offline_access'
}
