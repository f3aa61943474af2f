import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { PutObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { outcomeOf, presignDownload, presignUpload, sha256Of, storeClient } from './store-scene.ts'
import { startStoreSimulator } from './store-simulator.ts'

const store = await startStoreSimulator()
const client = storeClient(store)
const { bucketName } = store
const key = 'tasklink/instance/one'
const bytes = randomBytes(10_000)
const minuteMs = 60_000

const presigned = (options = {}) => presignUpload(client, { bucketName, key, bytes }, options)
const put = (url: string, headers: Readonly<Record<string, string>>, body: Uint8Array = bytes) =>
  fetch(url, { method: 'PUT', headers, body: new Uint8Array(body) })

beforeEach(() => store.reset())

afterAll(async () => {
  client.destroy()
  await store.close()
})

describe('an upload to a presigned URL', () => {
  it('stores exactly the signed bytes, type and checksum', async () => {
    const { url, headers } = await presigned()
    const response = await put(url, headers)

    expect(response.status).toBe(200)
    expect(response.headers.get('x-amz-checksum-sha256')).toBe(sha256Of(bytes))
    expect(store.objects).toMatchObject([
      { key, bytes: 10_000, sha256: sha256Of(bytes), headers: { 'content-type': 'text/plain' } },
    ])
    expect(await store.bytesOf(key)).toEqual(bytes)
  })

  it('stores one byte', async () => {
    const one = new Uint8Array([7])
    const { url, headers } = await presignUpload(client, { bucketName, key, bytes: one })

    expect((await put(url, headers, one)).status).toBe(200)
    expect(store.objects).toMatchObject([{ bytes: 1 }])
  })

  it.each([
    ['another type', { 'content-type': 'text/html' }],
    ['another checksum', { 'x-amz-checksum-sha256': sha256Of(randomBytes(3)) }],
  ])('is refused with %s', async (_what, changed) => {
    const { url, headers } = await presigned()
    const response = await put(url, { ...headers, ...changed })

    expect(await outcomeOf(response)).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' })
    expect(store.objects).toEqual([])
  })

  it('is refused without a signed header', async () => {
    const { url, headers } = await presigned()
    const { 'x-amz-checksum-sha256': _checksum, ...others } = headers

    expect(await outcomeOf(await put(url, others))).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
    })
  })

  it.each([9_999, 10_001])('is refused with %d bytes instead of 10,000', async (size) => {
    const { url, headers } = await presigned()

    expect(await outcomeOf(await put(url, headers, randomBytes(size)))).toMatchObject({
      status: 403,
      code: 'SignatureDoesNotMatch',
    })
    expect(store.objects).toEqual([])
  })

  it('is refused with other bytes of the same size', async () => {
    const { url, headers } = await presigned()

    expect(await outcomeOf(await put(url, headers, randomBytes(10_000)))).toMatchObject({
      status: 400,
      code: 'BadDigest',
    })
    expect(store.objects).toEqual([])
  })

  it('is refused with a header that was not signed', async () => {
    const { url, headers } = await presigned()
    const response = await put(url, { ...headers, 'x-amz-acl': 'public-read' })

    expect(await outcomeOf(response)).toEqual({
      status: 403,
      code: 'AccessDenied',
      message: 'There were headers present in the request which were not signed',
    })
  })

  it.each([
    ['another key', (url: string) => url.replace('/one?', '/two?')],
    ['another bucket', (url: string) => url.replace('tasklink-staging', 'tasklink-others')],
    ['a longer life', (url: string) => url.replace('X-Amz-Expires=900', 'X-Amz-Expires=901')],
    ['a parameter more', (url: string) => `${url}&response-content-type=text/html`],
    ['another signature', (url: string) => url.replace(/X-Amz-Signature=./, 'X-Amz-Signature=_')],
    ['fewer signed headers', (url: string) => url.replace('content-length%3B', '')],
  ])('is refused with %s', async (_what, change) => {
    const { url, headers } = await presigned()
    const response = await put(change(url), headers)

    expect(response.status).toBeGreaterThanOrEqual(403)
    expect(store.objects).toEqual([])
  })

  it('is refused by another method than the signed one', async () => {
    const { url } = await presigned()

    expect(await outcomeOf(await fetch(url, { method: 'DELETE' }))).toMatchObject({ status: 403 })
  })

  it('is refused without Content-Length', async () => {
    const { url, headers } = await presigned()
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(url, { method: 'PUT', headers: { ...headers, 'transfer-encoding': 'chunked' } })
      sent.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject)
      sent.end(bytes)
    })

    // The length is a signed header, so the store reports a wrong signature before it notices that the length is missing.
    expect(status).toBe(403)
    expect(store.objects).toEqual([])
  })

  it.each([
    ['without a length', { 'transfer-encoding': 'chunked' }, 411, 'MissingContentLength'],
    ['of more than 5 GB', { 'content-length': 5 * 1_073_741_824 + 1 }, 400, 'EntityTooLarge'],
  ])('is refused %s, also where the URL binds none', async (_what, headers, status, code) => {
    const command = new PutObjectCommand({ Bucket: bucketName, Key: key })
    const sent = request(await getSignedUrl(client, command), { method: 'PUT', headers })
    sent.once('error', () => undefined).write(bytes)
    const [response]: unknown[] = await once(sent, 'response')
    sent.destroy()

    expect(response).toHaveProperty('statusCode', status)
    expect(store.received.at(-1)).toMatchObject({ status, code })
    expect(store.objects).toEqual([])
  })

  it('stores nothing if the page leaves in the middle', async () => {
    const { url, headers } = await presigned()
    await new Promise<void>((resolve) => {
      const sent = request(url, { method: 'PUT', headers: { ...headers, 'content-length': 10_000 } })
      sent.once('error', () => undefined).once('close', resolve)
      sent.write(bytes.subarray(0, 5_000), () => sent.destroy())
    })

    expect(store.objects).toEqual([])
    expect(store.received.at(-1)?.status).toBeUndefined()
  })

  it('replaces an older object unless it was signed with If-None-Match', async () => {
    const again = await presigned()
    const onlyNew = await presigned({ isOnce: true })
    await put(again.url, again.headers)

    expect((await put(again.url, again.headers)).status).toBe(200)
    expect(await outcomeOf(await put(onlyNew.url, onlyNew.headers))).toMatchObject({
      status: 412,
      code: 'PreconditionFailed',
    })
  })
})

describe('the life of a presigned URL', () => {
  it('ends after X-Amz-Expires', async () => {
    const { url, headers } = await presigned()
    store.clockAheadMs = 14 * minuteMs
    expect((await put(url, headers)).status).toBe(200)
    store.clockAheadMs = 16 * minuteMs

    expect(await outcomeOf(await put(url, headers))).toEqual({
      status: 403,
      code: 'AccessDenied',
      message: 'Request has expired',
    })
  })

  it('ends with the credentials that signed it', async () => {
    const session = store.newSession({ lifetimeMs: 5 * minuteMs })
    const ofRole = storeClient(store, { credentials: session })
    const { url, headers } = await presignUpload(ofRole, { bucketName, key, bytes })
    const read = await presignDownload(ofRole, bucketName, key)
    expect((await put(url, headers)).status).toBe(200)
    expect((await fetch(read)).status).toBe(200)
    store.clockAheadMs = 6 * minuteMs

    expect(await outcomeOf(await put(url, headers))).toMatchObject({ status: 400, code: 'ExpiredToken' })
    expect(await outcomeOf(await fetch(read))).toMatchObject({ status: 400, code: 'ExpiredToken' })
    ofRole.destroy()
  })

  it.each([
    [
      'without its session token',
      (url: string) => url.replace(/X-Amz-Security-Token=[^&]+&/, ''),
      403,
      'InvalidAccessKeyId',
    ],
    [
      'with another session token',
      (url: string) => url.replace(/(X-Amz-Security-Token=)[^&]+/, '$1x'),
      400,
      'InvalidToken',
    ],
  ])('does not begin %s', async (_what, change, status, code) => {
    const ofRole = storeClient(store, { credentials: store.newSession({ lifetimeMs: minuteMs }) })
    const { url, headers } = await presignUpload(ofRole, { bucketName, key, bytes })

    expect(await outcomeOf(await put(change(url), headers))).toMatchObject({ status, code })
    ofRole.destroy()
  })

  it('does not begin if it was signed with an unknown key or a wrong secret', async () => {
    const { accessKeyId } = store.credentials
    const outcomes = [
      { accessKeyId: 'AKIAUNKNOWN000000000', secretAccessKey: 'x' },
      { accessKeyId, secretAccessKey: 'x' },
    ].map(async (credentials) => {
      const other = storeClient(store, { credentials })
      const { url, headers } = await presignUpload(other, { bucketName, key, bytes })
      other.destroy()
      return (await outcomeOf(await put(url, headers))).code
    })

    expect(await Promise.all(outcomes)).toEqual(['InvalidAccessKeyId', 'SignatureDoesNotMatch'])
  })

  it('cannot be in the future, negative, longer than a week, or for another Region', async () => {
    const { url, headers } = await presigned()
    const codes = [
      url.replace('X-Amz-Expires=900', 'X-Amz-Expires=-1'),
      url.replace('X-Amz-Expires=900', 'X-Amz-Expires=604801'),
      url.replace('us-east-1', 'eu-west-1'),
      url.replace(/X-Amz-Expires=900&/, ''),
    ].map(async (changed) => (await outcomeOf(await put(changed, headers))).code)
    store.clockAheadMs = -16 * minuteMs

    expect(new Set(await Promise.all(codes))).toEqual(new Set(['AuthorizationQueryParametersError']))
    expect(await outcomeOf(await put(url, headers))).toMatchObject({ message: 'Request is not yet valid' })
  })
})
