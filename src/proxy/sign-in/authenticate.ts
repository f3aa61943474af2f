import { errors, jwtVerify, type JWTPayload } from 'jose'
import type { Me } from '../../contract/me.ts'
import { Failure } from '../failure.ts'
import { signInUnavailable } from './key-set.ts'
import type { SignInProvider } from './sign-in-provider.ts'
import { createVerifiedTokens, type VerifiedToken } from './verified-tokens.ts'

/** What an `Authorization` header proves. */
type Authentication =
  | {
      readonly status: 'authenticated'
      /** The agent claim: a Connect user name, id or ARN, as the provider vouches for it. */
      readonly agent: string
      /** As the provider vouches for them; none without a groups claim. */
      readonly groups: readonly string[]
      readonly account: Me['account']
    }
  | { readonly status: 'failed'; readonly failure: Failure }

export type Authenticate = (authorization: string | undefined) => Promise<Authentication>

export interface AuthenticateOptions {
  readonly provider: Pick<SignInProvider, 'key'>
  readonly issuer: string
  readonly audience: string
  readonly agentClaim: string
  readonly groupsClaim?: string | undefined
  readonly now: () => Date
}

// Asymmetric only: with a shared secret anybody who can check a token could make one.
const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
]

const clockToleranceSeconds = 60

/** One that lists 200 groups has about 10 KB. A longer one is refused unread. */
const tokenLimitBytes = 16 * 1_024

/** The last second of the year 9999: an expiry beyond it is in milliseconds, or no expiry at all. */
const lastExpirySeconds = 253_402_300_799

// RFC 6750, section 2.1
const bearerPattern = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i

// RFC 7515, section 3.1, and no laxer: base64url without padding.
const signedPattern = /^[\w-]+\.[\w-]+\.[\w-]+$/

const notSigned = 'The token is not a JWT signed with RS, PS, ES or EdDSA.'

function refuse(detail: string, challenge: string): Authentication {
  return { status: 'failed', failure: new Failure({ code: 'unauthenticated', detail, challenge }) }
}

const refuseToken = (reason: string): Authentication =>
  refuse(reason, `Bearer realm="tasklink", error="invalid_token", error_description="${reason}"`)

/** Providers write one group as a text or as a list of one. What is neither names no group. */
function groupsIn(claim: unknown): readonly string[] {
  const groups: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  return groups.filter((group) => typeof group === 'string')
}

const signatureErrors = [
  errors.JWKSNoMatchingKey,
  // OpenID Connect Core 10.1: where a provider has several keys, a token says which.
  errors.JWKSMultipleMatchingKeys,
  errors.JWSSignatureVerificationFailed,
]

/** Why a token is no good, in words that hold nothing of it. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired. Send a fresh one.'
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'The token is for another audience than OIDC_AUDIENCE.'
    if (error.claim === 'iss') return 'The token is from another issuer than OIDC_ISSUER.'
    return 'The token lacks an expiry, or is not valid yet.'
  }
  if (signatureErrors.some((kind) => error instanceof kind)) {
    return 'No key of the issuer fits the signature of the token.'
  }
  return notSigned
}

/** Whether the provider's keys, not the token, keep the token from being checked. */
const isProviderTrouble = (error: unknown) =>
  !(error instanceof errors.JOSEError) || error instanceof errors.JWKSInvalid

/** What the signature's check leaves open; a missing expiry it has refused. */
function checkTimes(payload: JWTPayload, nowSeconds: number): void {
  const { iat = nowSeconds, exp = 0 } = payload
  if (iat > nowSeconds + clockToleranceSeconds) {
    throw new errors.JWTClaimValidationFailed('Issued in the future.', payload, 'iat', 'check_failed')
  }
  if (exp > lastExpirySeconds) {
    throw new errors.JWTClaimValidationFailed('Without a real end.', payload, 'exp', 'check_failed')
  }
}

export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { provider, issuer, audience, agentClaim, groupsClaim, now } = options

  async function verify(token: string): Promise<VerifiedToken> {
    const currentDate = now()
    const { payload } = await jwtVerify(token, provider.key, {
      issuer,
      audience,
      algorithms,
      requiredClaims: ['exp'],
      clockTolerance: clockToleranceSeconds,
      currentDate,
    })
    checkTimes(payload, Math.floor(currentDate.getTime() / 1_000))
    const { [agentClaim]: agent, sub, exp = 0 } = payload
    const groups = groupsClaim === undefined ? [] : groupsIn(payload[groupsClaim])
    if (typeof agent === 'string' && agent !== '') {
      // A provider that names no subject has vouched for the agent claim all the same.
      return { agent, groups, account: { issuer, subject: sub ?? agent }, expiresAtMs: exp * 1_000 }
    }
    const detail = 'The token has no text in the agent claim (AGENT_CLAIM), so it stands for no Connect user.'
    throw new Failure({ code: 'unknown-agent', detail })
  }
  const verified = createVerifiedTokens({ verify, now })

  return async (authorization) => {
    if (authorization === undefined) {
      return refuse('Send a token: Authorization: Bearer <token>.', 'Bearer realm="tasklink"')
    }
    if (authorization.length > tokenLimitBytes) return refuseToken('The token is longer than 16 KB.')
    const [, token] = bearerPattern.exec(authorization) ?? []
    if (token === undefined) return refuseToken('The Authorization header is not a bearer token.')
    if (!signedPattern.test(token)) return refuseToken(notSigned)
    try {
      const { agent, groups, account } = await verified(token)
      return { status: 'authenticated', agent, groups, account }
    } catch (error) {
      if (error instanceof Failure) return { status: 'failed', failure: error }
      if (isProviderTrouble(error)) return { status: 'failed', failure: signInUnavailable(error) }
      return refuseToken(reasonOf(error))
    }
  }
}
