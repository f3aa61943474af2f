import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import { createHash, timingSafeEqual } from 'node:crypto'
import { region } from '../../instance/instance.ts'
import { accessDenied, StoreError } from '../answers/store-error.ts'
import type { StoreRequest } from '../store-request.ts'
import { canonicalRequest } from './canonical-request.ts'
import { type Claim, readClaim } from './claim.ts'
import type { Sessions } from './sessions.ts'

/** "The difference between the request time and the server's time is too large": 15 minutes (S3 API, error codes). */
const mostSkewMs = 15 * 60_000

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const isoSeconds = (milliseconds: number) => new Date(milliseconds).toISOString().replace(/\.\d+Z$/, 'Z')

/** Verifies who sent a request, and that the request is the one that was signed. Resolves to the claim. */
export async function authenticate(request: StoreRequest, sessions: Sessions, now: number): Promise<Claim> {
  const claim = readClaim(request)
  checkTime(claim, now)
  checkSignedHeaders(claim, request)
  const secretAccessKey = sessions.secretFor(claim.accessKeyId, claim.sessionToken, now)
  const canonical = canonicalRequest(request, claim.signedHeaders, claim.payloadHash)
  const toSign = ['AWS4-HMAC-SHA256', claim.date, claim.scope, sha256(canonical)].join('\n')
  const signer = new SignatureV4({
    credentials: { accessKeyId: claim.accessKeyId, secretAccessKey },
    region,
    service: 's3',
    sha256: Sha256,
  })
  const signature = await signer.sign(toSign, { signingDate: new Date(claim.signedAt) })
  if (!isSame(signature, claim.signature)) {
    throw new StoreError(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      {
        AWSAccessKeyId: claim.accessKeyId,
        StringToSign: toSign,
        SignatureProvided: claim.signature,
        CanonicalRequest: canonical,
      },
    )
  }
  return claim
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

function checkTime({ signedAt, expiresSeconds }: Claim, now: number) {
  if (expiresSeconds === undefined) {
    if (Math.abs(now - signedAt) <= mostSkewMs) return
    throw new StoreError(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is too large.',
      {
        RequestTime: isoSeconds(signedAt),
        ServerTime: isoSeconds(now),
        MaxAllowedSkewMilliseconds: String(mostSkewMs),
      },
    )
  }
  if (signedAt - now > mostSkewMs) {
    throw accessDenied('Request is not yet valid', { ServerTime: isoSeconds(now) })
  }
  const expiresAt = signedAt + expiresSeconds * 1_000
  if (expiresAt >= now) return
  throw accessDenied('Request has expired', {
    'X-Amz-Expires': String(expiresSeconds),
    Expires: isoSeconds(expiresAt),
    ServerTime: isoSeconds(now),
  })
}

/** The host and all `x-amz-*` headers must be signed, so that the holder of a URL cannot add one. */
function checkSignedHeaders({ signedHeaders }: Claim, { headers }: StoreRequest) {
  const demanded = ['host', ...[...headers.keys()].filter((name) => name.startsWith('x-amz-'))]
  const unsigned = demanded.filter((name) => !signedHeaders.includes(name))
  if (unsigned.length === 0) return
  throw accessDenied('There were headers present in the request which were not signed', {
    HeadersNotSigned: unsigned.join(', '),
  })
}
