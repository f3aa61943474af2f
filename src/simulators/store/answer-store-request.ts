import { randomBytes, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { errorXml, StoreError } from './answers/store-error.ts'
import type { StoreAnswer } from './answers/store-answer.ts'
import { authenticate } from './authentication/authenticate.ts'
import type { Sessions } from './authentication/sessions.ts'
import { type Bucket, requirePermission } from './bucket.ts'
import { corsHeaders, preflightHeaders } from './cors.ts'
import { copyObject, copySource } from './objects/copy-object.ts'
import { getObject } from './objects/get-object.ts'
import { putObject } from './objects/put-object.ts'
import {
  heldBytes,
  type StoreFailure,
  type StoreFailures,
  type StoreOperation,
  throwFailure,
} from './store-failures.ts'
import type { StoreLog } from './received-requests.ts'
import { readStoreRequest, type StoreRequest } from './store-request.ts'

export interface StoreParts {
  readonly bucketName: string
  readonly bucket: Bucket
  readonly sessions: Sessions
  readonly failures: StoreFailures
  readonly log: StoreLog
}

export async function answerStoreRequest(
  parts: StoreParts,
  message: IncomingMessage,
  response: ServerResponse,
) {
  const requestId = randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase()
  const request = readOrRefuse(message)
  const operation = request instanceof StoreError ? undefined : operationOf(request)
  const failure = operation && parts.failures.take(operation)
  const answered = parts.log.add(request, operation)
  if (failure?.kind === 'reset') {
    message.socket.resetAndDestroy()
    return
  }
  const outcome = await decide().catch(asStoreError)
  answered(outcome)
  if (failure?.kind === 'response-lost') {
    message.socket.resetAndDestroy()
    return
  }
  // The body of a refused upload is read to its end, because a browser reports a broken connection instead of the answer.
  message.resume()
  const { status, headers, body } = outcome instanceof StoreError ? refusal(outcome, requestId) : outcome
  response.writeHead(status, {
    ...headers,
    ...(request instanceof StoreError ? {} : corsHeaders(parts.bucket.corsRules, request)),
    'x-amz-request-id': requestId,
    'x-amz-id-2': randomBytes(32).toString('base64'),
    server: 'AmazonS3',
    // The SDK corrects its clock by this header.
    date: new Date(parts.bucket.now()).toUTCString(),
  })
  if (body === undefined || message.method === 'HEAD') response.end()
  else if (typeof body === 'string') response.end(body)
  else await pipeline(body, response)

  async function decide(): Promise<StoreAnswer> {
    if (request instanceof StoreError) throw request
    return perform(parts, { request, operation, failure, body: message })
  }
}

function readOrRefuse(message: IncomingMessage) {
  try {
    return readStoreRequest(message)
  } catch (error) {
    return asStoreError(error)
  }
}

function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error
  throw error
}

const refusal = (error: StoreError, requestId: string): StoreAnswer => ({
  status: error.status,
  headers: { 'content-type': 'application/xml' },
  body: errorXml(error, requestId),
})

const operations: Readonly<Record<string, StoreOperation>> = {
  PUT: 'PutObject',
  GET: 'GetObject',
  HEAD: 'HeadObject',
  DELETE: 'DeleteObject',
  OPTIONS: 'Preflight',
}

function operationOf({ method, key, headers }: StoreRequest): StoreOperation | undefined {
  if (method === 'PUT' && headers.has(copySource)) return 'CopyObject'
  if (key !== '') return operations[method]
  return method === 'HEAD' ? 'HeadBucket' : undefined
}

/** Parameters that do not choose another operation, such as `?tagging` would. */
const ordinaryParameter = /^(x-amz-.+|x-id|response-.+)$/i

interface Work {
  readonly request: StoreRequest
  readonly operation: StoreOperation | undefined
  readonly failure: StoreFailure | undefined
  readonly body: AsyncIterable<Uint8Array>
}

async function perform(parts: StoreParts, { request, operation, failure, body }: Work): Promise<StoreAnswer> {
  const { bucket, bucketName, sessions } = parts
  if (request.bucket !== bucketName) {
    throw new StoreError(404, 'NoSuchBucket', 'The specified bucket does not exist', {
      BucketName: request.bucket,
    })
  }
  if (operation === 'Preflight') {
    return { status: 200, headers: preflightHeaders(bucket.corsRules, request) }
  }
  const claim = await authenticate(request, sessions, bucket.now())
  if (operation === undefined || request.query.some(([name]) => !ordinaryParameter.test(name))) {
    throw new StoreError(501, 'NotImplemented', 'The simulator does not implement this operation.')
  }
  throwFailure(failure)
  switch (operation) {
    case 'PutObject':
      return putObject(bucket, { request, claim, body: heldBytes(body, failure) })
    case 'CopyObject':
      if (failure?.kind === 'held') await failure.hold()
      return copyObject(bucket, request)
    case 'GetObject':
    case 'HeadObject':
      if (failure?.kind === 'held') await failure.hold()
      return getObject(bucket, request)
    case 'DeleteObject':
      requirePermission(bucket, 's3:DeleteObject')
      bucket.objects.remove(request.key)
      return { status: 204, headers: {} }
    case 'HeadBucket':
      requirePermission(bucket, 's3:ListBucket')
      return { status: 200, headers: { 'x-amz-bucket-region': 'us-east-1' } }
  }
}
