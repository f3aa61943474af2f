import { badRequest, StoreError } from '../answers/store-error.ts'
import type { StoreAnswer } from '../answers/store-answer.ts'
import { unsignedPayload, type Claim } from '../authentication/claim.ts'
import { type Bucket, checksumHeaders, liveObject, objectHeaders, requirePermission } from '../bucket.ts'
import type { StoreRequest } from '../store-request.ts'
import type { ReceivedBytes } from './stored-objects.ts'

/** The largest object of one PUT (S3 user guide, "Uploading objects"): 5 GB. */
const byteLimit = 5 * 1_073_741_824

const keptHeaders =
  /^(content-type|content-disposition|content-encoding|content-language|cache-control|x-amz-meta-.+)$/

export async function putObject(
  bucket: Bucket,
  { request, claim, body }: { request: StoreRequest; claim: Claim; body: AsyncIterable<Uint8Array> },
): Promise<StoreAnswer> {
  const { key, headers } = request
  requirePermission(bucket, 's3:PutObject')
  checkHeaders(request)
  checkIsNew(bucket, request)
  const received = await bucket.objects.receive(body)
  try {
    checkBytes(received, request, claim)
    checkIsNew(bucket, request)
  } catch (error) {
    await bucket.objects.discard(received)
    throw error
  }
  const object = bucket.objects.keep(received, {
    key,
    hasChecksum: headers.has('x-amz-checksum-sha256'),
    storedAt: bucket.now(),
    headers: Object.fromEntries([...headers].filter(([name]) => keptHeaders.test(name))),
  })
  return { status: 200, headers: { ...objectHeaders(object, bucket), ...checksumHeaders(object) } }
}

function checkHeaders({ headers }: StoreRequest) {
  const length = headers.get('content-length')
  if (length === undefined) {
    throw new StoreError(411, 'MissingContentLength', 'You must provide the Content-Length HTTP header.')
  }
  if (Number(length) > byteLimit) {
    throw new StoreError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', {
      ProposedSize: length,
      MaxSizeAllowed: String(byteLimit),
    })
  }
  const other = [...headers.keys()].find(
    (name) =>
      name === 'x-amz-trailer' || (name.startsWith('x-amz-checksum-') && name !== 'x-amz-checksum-sha256'),
  )
  if (other !== undefined || headers.get('content-encoding')?.includes('aws-chunked') === true) {
    throw new StoreError(
      501,
      'NotImplemented',
      `A header you provided implies functionality that is not implemented: ${other ?? 'content-encoding'}`,
    )
  }
  checkChecksumHeader(headers)
}

function checkChecksumHeader(headers: StoreRequest['headers']) {
  const checksum = headers.get('x-amz-checksum-sha256')
  const algorithm = headers.get('x-amz-sdk-checksum-algorithm')
  if (checksum === undefined && algorithm !== undefined) {
    throw badRequest(
      'InvalidRequest',
      'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.',
    )
  }
  if (algorithm !== undefined && algorithm.toUpperCase() !== 'SHA256') {
    throw badRequest('InvalidRequest', 'Value for x-amz-sdk-checksum-algorithm header is invalid.')
  }
  if (checksum !== undefined && !/^[A-Za-z0-9+/]{43}=$/.test(checksum)) {
    throw badRequest('InvalidRequest', 'Value for x-amz-checksum-sha256 header is invalid.')
  }
}

/** `If-None-Match: *`: the upload must not replace an object. */
function checkIsNew(bucket: Bucket, { key, headers }: StoreRequest) {
  const condition = headers.get('if-none-match')
  if (condition === undefined) return
  if (condition !== '*') {
    throw new StoreError(
      501,
      'NotImplemented',
      'A header you provided implies functionality that is not implemented: if-none-match',
    )
  }
  if (liveObject(bucket, key) === undefined) return
  throw new StoreError(
    412,
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    { Condition: 'If-None-Match' },
  )
}

function checkBytes(
  { bytes, sha256, md5 }: ReceivedBytes,
  { headers }: StoreRequest,
  { payloadHash }: Claim,
) {
  if (bytes !== Number(headers.get('content-length'))) {
    throw badRequest(
      'IncompleteBody',
      'You did not provide the number of bytes specified by the Content-Length HTTP header',
    )
  }
  if (payloadHash !== unsignedPayload && payloadHash !== sha256.toString('hex')) {
    throw badRequest(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    )
  }
  const checksum = headers.get('x-amz-checksum-sha256')
  if (checksum !== undefined && checksum !== sha256.toString('base64')) {
    throw badRequest('BadDigest', 'The SHA256 you specified did not match the calculated checksum.')
  }
  const contentMd5 = headers.get('content-md5')
  if (contentMd5 !== undefined && contentMd5 !== md5.toString('base64')) {
    throw badRequest('BadDigest', 'The Content-MD5 you specified did not match what we received.')
  }
}
