import { errors } from 'jose'
import { ProblemError } from '../problem-error.ts'
import type { ReasonOf } from '../refusal-reasons.ts'

export type TokenRefusal = ReasonOf<'unauthenticated'>

const notSigned = 'The token is not a JWT signed with RS, PS, ES or EdDSA.'
const noKeyFits = 'No key of the issuer fits the signature of the token.'
const notNow = 'The token lacks an expiry, or is not valid yet.'

/** The texts contain no part of the token. */
const details: Readonly<Record<TokenRefusal, string>> = {
  'no-token': 'Send a token: Authorization: Bearer <token>.',
  'not-bearer': 'The Authorization header is not a bearer token.',
  'too-long': 'The token is longer than 16 KB.',
  format: notSigned,
  algorithm: notSigned,
  key: noKeyFits,
  signature: noKeyFits,
  issuer: 'The token is from another issuer than OIDC_ISSUER.',
  audience: 'The token is for another audience than OIDC_AUDIENCE.',
  expired: 'The token has expired. Send a fresh one.',
  'expiry-missing': notNow,
  'not-yet-valid': notNow,
}

function challengeOf(reason: TokenRefusal): string {
  if (reason === 'no-token') return 'Bearer realm="tasklink"'
  return `Bearer realm="tasklink", error="invalid_token", error_description="${details[reason]}"`
}

export const refusedToken = (reason: TokenRefusal): ProblemError =>
  new ProblemError({
    code: 'unauthenticated',
    reason,
    detail: details[reason],
    challenge: challengeOf(reason),
  })

const reasonByClaim: Readonly<Record<string, TokenRefusal>> = {
  aud: 'audience',
  iss: 'issuer',
  exp: 'expiry-missing',
  nbf: 'not-yet-valid',
  iat: 'not-yet-valid',
}

/** Why the check of a token failed. */
export function tokenRefusalOf(error: unknown): TokenRefusal {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) return reasonByClaim[error.claim] ?? 'format'
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature'
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm'
  return 'format'
}
