import { badRequest, StoreError } from '../answers/store-error.ts'
import type { StoreAnswer } from '../answers/store-answer.ts'
import { type Bucket, checksumHeaders, objectHeaders, requireObject, requirePermission } from '../bucket.ts'
import type { StoreRequest } from '../store-request.ts'
import type { StoredObject } from './stored-objects.ts'

/** Query parameters that replace a header of the answer (S3 API, GetObject). */
const replacements =
  /^response-(content-type|content-language|expires|cache-control|content-disposition|content-encoding)$/

/** GetObject and HeadObject. */
export function getObject(bucket: Bucket, request: StoreRequest): StoreAnswer {
  requirePermission(bucket, 's3:GetObject')
  const object = requireObject(bucket, request.key)
  checkCondition(object, request)
  const range = rangeOf(object, request)
  const { start, end } = range ?? { start: 0, end: object.bytes - 1 }
  const headers = {
    'content-type': 'binary/octet-stream',
    ...object.headers,
    ...objectHeaders(object, bucket),
    ...(request.headers.get('x-amz-checksum-mode') === 'ENABLED' &&
      range === undefined &&
      checksumHeaders(object)),
    ...replacedHeaders(request),
    'accept-ranges': 'bytes',
    'content-length': String(end - start + 1),
    'last-modified': new Date(object.storedAt).toUTCString(),
    ...(range && { 'content-range': `bytes ${start}-${end}/${object.bytes}` }),
  }
  const status = range === undefined ? 200 : 206
  if (request.method === 'HEAD' || object.bytes === 0) return { status, headers }
  return { status, headers, body: bucket.objects.read(object.key, { start, end }) }
}

const replacedHeaders = ({ query }: StoreRequest) =>
  Object.fromEntries(
    query.flatMap(([name, value]) => {
      const header = replacements.exec(name)?.[1]
      return header === undefined ? [] : [[header, value]]
    }),
  )

function checkCondition({ etag }: StoredObject, { headers }: StoreRequest) {
  const condition = headers.get('if-match')
  if (condition === undefined || condition === '*' || condition === etag) return
  throw new StoreError(
    412,
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    { Condition: 'If-Match' },
  )
}

function rangeOf({ bytes }: StoredObject, { headers }: StoreRequest) {
  const text = headers.get('range')
  if (text === undefined) return undefined
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(text) ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) {
    throw badRequest('InvalidArgument', 'The Range header is invalid.')
  }
  const start = first === '' ? Math.max(0, bytes - Number(last)) : Number(first)
  const end = first === '' || last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (start > end || start >= bytes) {
    throw new StoreError(416, 'InvalidRange', 'The requested range is not satisfiable', {
      RangeRequested: text,
      ActualObjectSize: String(bytes),
    })
  }
  return { start, end }
}
