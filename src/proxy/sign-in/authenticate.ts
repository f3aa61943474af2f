import { decodeProtectedHeader, errors, jwtVerify, type CryptoKey, type JWTPayload } from 'jose'
import type { Me } from '../../contract/reads/me.ts'
import { ProblemError } from '../problem-error.ts'
import { claimOf, onlyElementOr } from './claim.ts'
import type { GroupsReader } from './groups-reader.ts'
import type { SignInProvider } from './sign-in-provider.ts'
import { refusedToken, tokenRefusalOf } from './token-refusal.ts'
import { createVerifiedTokens, type VerifiedToken } from './verified-tokens.ts'

/** The facts that an `Authorization` header proves. */
type Authentication =
  | {
      readonly status: 'authenticated'
      /** The agent claim: the name, id or ARN of a Connect user. */
      readonly agent: string
      /** The groups. Empty if the token has no groups claim. */
      readonly groups: readonly string[]
      readonly account: Me['account']
    }
  | { readonly status: 'failed'; readonly problem: ProblemError }

export type Authenticate = (authorization: string | undefined) => Promise<Authentication>

export interface AuthenticateOptions {
  readonly provider: Pick<SignInProvider, 'candidates' | 'renewKeys'>
  readonly issuer: string
  readonly audience: string
  readonly agentClaim: string
  /** Absent if no policy is for groups; rejects a token whose groups are not known with `forbidden`. */
  readonly readGroups?: GroupsReader | undefined
  readonly now: () => Date
}

// Only asymmetric algorithms: with a shared secret, a server that can check a token could also make one.
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

const fail = (problem: ProblemError): Authentication => ({ status: 'failed', problem })

/** Checks that jose does not make. It has already refused a missing expiry. */
function checkTimes({ iat, exp = 0 }: JWTPayload, nowSeconds: number): void {
  if ((iat ?? nowSeconds) > nowSeconds + clockToleranceSeconds) throw refusedToken('not-yet-valid')
  if (exp > lastExpirySeconds) throw refusedToken('expiry-missing')
}

function headerOf(token: string) {
  try {
    return decodeProtectedHeader(token)
  } catch {
    throw refusedToken('format')
  }
}

function agentOf(payload: JWTPayload, agentClaim: string): string {
  const value = claimOf(payload, agentClaim)
  const agent = onlyElementOr(value)
  if (typeof agent === 'string' && agent !== '') return agent
  throw new ProblemError({
    code: 'unknown-agent',
    reason: value === undefined || value === null || agent === '' ? 'claim-missing' : 'claim-shape',
    detail: 'The token has no text in the agent claim (AGENT_CLAIM), so it stands for no Connect user.',
  })
}

export function createAuthenticate(options: AuthenticateOptions): Authenticate {
  const { provider, issuer, audience, agentClaim, readGroups, now } = options

  /** Undefined if this key did not sign the token; rejects if it did and the token is not accepted. */
  async function payloadUnder(key: CryptoKey, token: string, currentDate: Date) {
    const expected = { issuer, audience, algorithms, requiredClaims: ['exp'] }
    try {
      const settings = { ...expected, clockTolerance: clockToleranceSeconds, currentDate }
      const { payload } = await jwtVerify(token, key, settings)
      return payload
    } catch (error) {
      // The key is too short for its algorithm, for example.
      if (!(error instanceof errors.JOSEError)) return undefined
      if (error instanceof errors.JWSSignatureVerificationFailed) return undefined
      throw refusedToken(tokenRefusalOf(error))
    }
  }

  async function payloadUnderOneOf(keys: readonly CryptoKey[], token: string, currentDate: Date) {
    for (const key of keys) {
      const payload = await payloadUnder(key, token, currentDate)
      if (payload) return payload
    }
    return undefined
  }

  async function signedPayload(token: string, currentDate: Date): Promise<JWTPayload> {
    const header = headerOf(token)
    if (!algorithms.includes(header.alg ?? '')) throw refusedToken('algorithm')
    const keys = await provider.candidates(header)
    if (keys.length === 0) throw refusedToken('key')
    const payload = await payloadUnderOneOf(keys, token, currentDate)
    if (payload) return payload
    // The provider may have given a new key the name of an earlier one, or no name.
    const isRenewed = await provider.renewKeys()
    const renewed = isRenewed ? await provider.candidates(header) : []
    const newPayload = await payloadUnderOneOf(renewed, token, currentDate)
    if (newPayload) return newPayload
    throw refusedToken('signature')
  }

  async function verify(token: string): Promise<VerifiedToken> {
    const currentDate = now()
    const payload = await signedPayload(token, currentDate)
    checkTimes(payload, Math.floor(currentDate.getTime() / 1_000))
    const { sub, exp = 0 } = payload
    const agent = agentOf(payload, agentClaim)
    const groups = readGroups?.(payload) ?? []
    // Without a subject, the agent claim names the account.
    return { agent, groups, account: { issuer, subject: sub ?? agent }, expiresAtMs: exp * 1_000 }
  }
  const verified = createVerifiedTokens({ verify, now })

  return async (authorization) => {
    if (authorization === undefined) return fail(refusedToken('no-token'))
    if (authorization.length > tokenLimitBytes) return fail(refusedToken('too-long'))
    const [, token] = bearerPattern.exec(authorization) ?? []
    if (token === undefined) return fail(refusedToken('not-bearer'))
    if (!signedPattern.test(token)) return fail(refusedToken('format'))
    try {
      const { agent, groups, account } = await verified(token)
      return { status: 'authenticated', agent, groups, account }
    } catch (error) {
      if (error instanceof ProblemError) return fail(error)
      throw error
    }
  }
}
