import { region } from '../../instance/instance.ts'
import { accessDenied, badRequest, type StoreError } from '../answers/store-error.ts'
import { queryValue, type StoreRequest } from '../store-request.ts'

/** The signature of a request, in its query (a presigned URL) or in its Authorization header. */
export interface Claim {
  readonly accessKeyId: string
  readonly scope: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
  /** As written: `20261129T193133Z`. */
  readonly date: string
  readonly signedAt: number
  readonly sessionToken: string | undefined
  /** The hash of the body that was signed, or `UNSIGNED-PAYLOAD`. */
  readonly payloadHash: string
  /** How long a presigned URL lives; undefined for a signature in the header. */
  readonly expiresSeconds: number | undefined
}

export const unsignedPayload = 'UNSIGNED-PAYLOAD'

export function readClaim(request: StoreRequest): Claim {
  const isPresigned = queryValue(request, 'X-Amz-Algorithm') !== undefined
  const authorization = request.headers.get('authorization')
  if (isPresigned && authorization !== undefined) {
    throw badRequest(
      'InvalidArgument',
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
    )
  }
  if (isPresigned) return queryClaim(request)
  if (authorization === undefined) throw accessDenied('Access Denied')
  return headerClaim(request, authorization)
}

const badQuery = (message: string) => badRequest('AuthorizationQueryParametersError', message)
const badHeader = (message: string) =>
  badRequest('AuthorizationHeaderMalformed', `The authorization header is malformed; ${message}`)

function queryClaim(request: StoreRequest): Claim {
  const parameter = (name: string) => {
    const value = queryValue(request, `X-Amz-${name}`)
    if (value === undefined) {
      throw badQuery(
        'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
      )
    }
    return value
  }
  if (parameter('Algorithm') !== 'AWS4-HMAC-SHA256') {
    throw badQuery('X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"')
  }
  const date = parameter('Date')
  return {
    ...credentialOf(parameter('Credential'), date, badQuery),
    signedHeaders: parameter('SignedHeaders').split(';'),
    signature: parameter('Signature'),
    date,
    signedAt: instantOf(date, badQuery),
    sessionToken: queryValue(request, 'X-Amz-Security-Token'),
    payloadHash: request.headers.get('x-amz-content-sha256') ?? unsignedPayload,
    expiresSeconds: expiresOf(parameter('Expires')),
  }
}

/** A week, the longest life of a presigned URL (S3 user guide, presigned URLs). */
const mostExpiresSeconds = 604_800

function expiresOf(text: string): number {
  if (!/^-?\d+$/.test(text)) throw badQuery('X-Amz-Expires should be a number')
  const seconds = Number(text)
  if (seconds < 0) throw badQuery('X-Amz-Expires must be non-negative')
  if (seconds > mostExpiresSeconds) {
    throw badQuery(
      `X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than ${mostExpiresSeconds} seconds`,
    )
  }
  return seconds
}

function headerClaim({ headers }: StoreRequest, authorization: string): Claim {
  const { credential, names, signature } =
    /^AWS4-HMAC-SHA256 Credential=(?<credential>[^,\s]+), ?SignedHeaders=(?<names>[^,\s]+), ?Signature=(?<signature>[^,\s]+)$/.exec(
      authorization,
    )?.groups ?? {}
  if (credential === undefined || names === undefined || signature === undefined) {
    throw badHeader('it requires three components: Credential, SignedHeaders, and Signature.')
  }
  const payloadHash = headers.get('x-amz-content-sha256')
  if (payloadHash === undefined) {
    throw badRequest('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256')
  }
  const date = headers.get('x-amz-date')
  if (date === undefined) throw accessDenied('AWS authentication requires a valid Date or x-amz-date header')
  return {
    ...credentialOf(credential, date, badHeader),
    signedHeaders: names.split(';'),
    signature,
    date,
    signedAt: instantOf(date, badHeader),
    sessionToken: headers.get('x-amz-security-token'),
    payloadHash,
    expiresSeconds: undefined,
  }
}

type Refuse = (message: string) => StoreError

function instantOf(date: string, refuse: Refuse): number {
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const milliseconds = iso === date ? Number.NaN : Date.parse(iso)
  if (Number.isNaN(milliseconds)) {
    throw refuse("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"")
  }
  return milliseconds
}

function credentialOf(text: string, date: string, refuse: Refuse) {
  const [accessKeyId = '', day, scopeRegion, service, terminator, ...more] = text.split('/')
  if (terminator === undefined || more.length > 0) {
    throw refuse(
      'the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".',
    )
  }
  if (day !== date.slice(0, 8))
    throw refuse(`Invalid credential date "${day}". Expected the day of X-Amz-Date.`)
  if (scopeRegion !== region) throw refuse(`the region '${scopeRegion}' is wrong; expecting '${region}'`)
  if (service !== 's3') throw refuse(`incorrect service "${service}". This endpoint belongs to "s3".`)
  if (terminator !== 'aws4_request') throw refuse(`incorrect terminal "${terminator}".`)
  return { accessKeyId, scope: [day, scopeRegion, service, terminator].join('/') }
}
