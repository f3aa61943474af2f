import { errors, jwtVerify, type JWTPayload } from 'jose'
import type { Me } from '../../contract/me.ts'
import { ProblemError } from '../problem-error.ts'
import { signInUnavailable } from './key-set.ts'
import type { SignInProvider } from './sign-in-provider.ts'
import { createVerifiedTokens, type VerifiedToken } from './verified-tokens.ts'

/** The facts that an `Authorization` header proves. */
type Authentication =
  | {
      readonly status: 'authenticated'
      /** The agent claim: the name, id or ARN of a Connect user. */
      readonly agent: string
      /** Empty without a groups claim. */
      readonly groups: readonly string[]
      readonly account: Me['account']
    }
  | { readonly status: 'failed'; readonly problem: ProblemError }

export type Authenticate = (authorization: string | undefined) => Promise<Authentication>

export interface AuthenticateOptions {
  readonly provider: Pick<SignInProvider, 'key'>
  readonly issuer: string
  readonly audience: string
  readonly agentClaim: string
  readonly groupsClaim?: string | undefined
  readonly now: () => Date
}

// Only asymmetric ones: with a shared secret, a server that can check a token could also make one.
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

/** A token with 200 groups has about 10 KB. A longer one is refused before it is read. */
const tokenLimitBytes = 16 * 1_024

/** The last second of the year 9999. An expiry after it is in milliseconds, or means “never”. */
const lastExpirySeconds = 253_402_300_799

// RFC 6750, section 2.1
const bearerPattern = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i

// RFC 7515, section 3.1, strictly: base64url without padding.
const signedPattern = /^[\w-]+\.[\w-]+\.[\w-]+$/

const notSigned = 'The token is not a JWT signed with RS, PS, ES or EdDSA.'

function refuse(detail: string, challenge: string): Authentication {
  return { status: 'failed', problem: new ProblemError({ code: 'unauthenticated', detail, challenge }) }
}

const refuseToken = (reason: string): Authentication =>
  refuse(reason, `Bearer realm="tasklink", error="invalid_token", error_description="${reason}"`)

/** Providers write one group as a text or as a list. Other values count as no group. */
function groupsIn(claim: unknown): readonly string[] {
  const groups: readonly unknown[] = Array.isArray(claim) ? claim : [claim]
  return groups.filter((group) => typeof group === 'string')
}

const signatureErrors = [
  errors.JWKSNoMatchingKey,
  // OpenID Connect Core 10.1: if a provider has several keys, a token must name one.
  errors.JWKSMultipleMatchingKeys,
  errors.JWSSignatureVerificationFailed,
]

/** Why a token is not accepted. The text contains no part of the token. */
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

/** True if the token could not be checked because of the provider’s keys. */
const isProviderTrouble = (error: unknown) =>
  !(error instanceof errors.JOSEError) || error instanceof errors.JWKSInvalid

/** Checks that jose does not make. It has already refused a missing expiry. */
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
      // Without a subject, the agent claim names the account.
      return { agent, groups, account: { issuer, subject: sub ?? agent }, expiresAtMs: exp * 1_000 }
    }
    const detail = 'The token has no text in the agent claim (AGENT_CLAIM), so it stands for no Connect user.'
    throw new ProblemError({ code: 'unknown-agent', detail })
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
      if (error instanceof ProblemError) return { status: 'failed', problem: error }
      if (isProviderTrouble(error)) return { status: 'failed', problem: signInUnavailable(error) }
      return refuseToken(reasonOf(error))
    }
  }
}
