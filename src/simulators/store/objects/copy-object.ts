import type { StoreAnswer } from '../answers/store-answer.ts'
import { badRequest, StoreError } from '../answers/store-error.ts'
import { type Bucket, objectHeaders, requireObject, requirePermission } from '../bucket.ts'
import type { StoreRequest } from '../store-request.ts'

/** The header that makes a PUT a copy. */
export const copySource = 'x-amz-copy-source'

/** CopyObject within the bucket. The copy has the headers of its source, as without `x-amz-metadata-directive`. */
export async function copyObject(bucket: Bucket, request: StoreRequest): Promise<StoreAnswer> {
  requirePermission(bucket, 's3:GetObject')
  requirePermission(bucket, 's3:PutObject')
  const { key, headers } = request
  const source = requireObject(bucket, sourceKey(request))
  const condition = headers.get('x-amz-copy-source-if-match')
  if (condition !== undefined && condition !== source.etag) {
    throw new StoreError(
      412,
      'PreconditionFailed',
      'At least one of the pre-conditions you specified did not hold',
      { Condition: 'x-amz-copy-source-If-Match' },
    )
  }
  if (source.key === key) {
    throw badRequest(
      'InvalidRequest',
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
    )
  }
  const storedAt = bucket.now()
  const copy = await bucket.objects.copy(source.key, { key, storedAt })
  const elements = [
    `<ETag>${copy.etag.replaceAll('"', '&quot;')}</ETag>`,
    `<LastModified>${new Date(storedAt).toISOString()}</LastModified>`,
    ...(copy.hasChecksum ? [`<ChecksumSHA256>${copy.sha256}</ChecksumSHA256>`] : []),
  ]
  return {
    status: 200,
    headers: { ...objectHeaders(copy, bucket), 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<CopyObjectResult>${elements.join('')}</CopyObjectResult>`,
  }
}

/** The source is named as `bucket/key`, encoded like a path. */
function sourceKey({ bucket, headers }: StoreRequest): string {
  const [name, ...key] = (headers.get(copySource) ?? '').replace(/^\//, '').split('/').map(decodeURIComponent)
  if (name === bucket) return key.join('/')
  throw new StoreError(404, 'NoSuchBucket', 'The specified bucket does not exist', { BucketName: name ?? '' })
}
