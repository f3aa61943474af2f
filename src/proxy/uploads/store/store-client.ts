import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'

export interface StoreOptions {
  readonly bucket: string
  /** The Region of the Connect instance. The bucket must be in it. */
  readonly region: string
  /** Another server that speaks S3, by paths: it has no host name for each bucket. AWS’s own if absent. */
  readonly endpoint?: string | undefined
  /** The SDK’s own environment variables and roles decide unless given. */
  readonly credentials?: S3ClientConfig['credentials']
}

const connectionTimeoutMs = 2_000
const requestTimeoutMs = 4_000

/** Amazon S3 answers after it has copied all bytes, up to 100 MB. The panel waits 20 s for the proxy. */
export const copyTimeoutMs = 15_000

/** HEAD, GET of a beginning, copy and DELETE may all be sent twice. */
const maxAttempts = 3

export function createStoreClient(
  { region, endpoint, credentials }: StoreOptions,
  answerWithinMs = requestTimeoutMs,
): S3Client {
  return new S3Client({
    region,
    maxAttempts,
    // Otherwise the SDK signs the CRC32 of an empty body into every presigned PUT, and S3 refuses all others.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    // The beginning of an object has another checksum than the whole.
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: {
      connectionTimeout: connectionTimeoutMs,
      requestTimeout: answerWithinMs,
      // The beginning of an object may stop on its way.
      socketTimeout: answerWithinMs,
      // Without this the SDK only warns about a late answer and goes on waiting.
      throwOnRequestTimeout: true,
    },
    ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
    ...(credentials === undefined ? {} : { credentials }),
  })
}
