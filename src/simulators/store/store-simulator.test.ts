import { EventEmitter, once } from 'node:events'
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { refusalOf } from '../connect/sdk-client.ts'
import { outcomeOf, presignDownload, sha256Of, storeClient } from './store-scene.ts'
import { startStoreSimulator } from './store-simulator.ts'

const hourMs = 3_600_000
const store = await startStoreSimulator()
const client = storeClient(store)
const object = { Bucket: store.bucketName, Key: 'tasklink/instance/one' }
const body = Buffer.from('twelve bytes')

const upload = () =>
  client.send(
    new PutObjectCommand({
      ...object,
      Body: body,
      ContentType: 'text/plain',
      ContentDisposition: 'attachment',
      ChecksumSHA256: sha256Of(body),
    }),
  )

const get = () => client.send(new GetObjectCommand(object))

async function rangeOf(Range?: string) {
  const { Body, ContentRange } = await client.send(new GetObjectCommand({ ...object, Range }))
  return { text: await Body?.transformToString(), ContentRange }
}

beforeEach(() => store.reset())

afterAll(async () => {
  client.destroy()
  await store.close()
})

describe('an object read with the SDK', () => {
  it('has its size, type, disposition and, if asked, its checksum', async () => {
    await upload()
    const head = await client.send(new HeadObjectCommand({ ...object, ChecksumMode: 'ENABLED' }))

    expect(head).toMatchObject({
      ContentLength: 12,
      ContentType: 'text/plain',
      ContentDisposition: 'attachment',
      ChecksumSHA256: sha256Of(body),
    })
    expect((await client.send(new HeadObjectCommand(object))).ChecksumSHA256).toBeUndefined()
  })

  it('comes as a whole, or as the bytes of a range', async () => {
    await upload()

    expect(await rangeOf()).toMatchObject({ text: 'twelve bytes' })
    expect(await rangeOf('bytes=0-5')).toEqual({ text: 'twelve', ContentRange: 'bytes 0-5/12' })
    expect(await rangeOf('bytes=0-4099')).toEqual({ text: 'twelve bytes', ContentRange: 'bytes 0-11/12' })
  })

  it('is missing with 404, and with 403 for a caller who may not list the bucket', async () => {
    expect(await refusalOf(get())).toMatchObject({ name: 'NoSuchKey', status: 404 })
    store.permissions = new Set(['s3:GetObject'])

    expect(await refusalOf(get())).toMatchObject({ name: 'AccessDenied', status: 403 })
  })

  it('is gone after its deletion, which may be repeated', async () => {
    await upload()
    await client.send(new DeleteObjectCommand(object))
    await client.send(new DeleteObjectCommand(object))

    expect(store.objects).toEqual([])
    expect(await refusalOf(client.send(new HeadObjectCommand(object)))).toMatchObject({ status: 404 })
  })

  it('is refused with what the caller may not do', async () => {
    store.permissions = new Set()
    const refusals = [upload(), client.send(new DeleteObjectCommand(object))].map(refusalOf)

    expect(await Promise.all(refusals)).toMatchObject([{ name: 'AccessDenied' }, { name: 'AccessDenied' }])
  })
})

const copyOf = async (differs: Partial<ConstructorParameters<typeof CopyObjectCommand>[0]> = {}) => {
  const CopySource = `${object.Bucket}/${object.Key}`
  return client.send(
    new CopyObjectCommand({ Bucket: object.Bucket, Key: 'tasklink/instance/two', CopySource, ...differs }),
  )
}

describe('a copy', () => {
  it('has the bytes, headers and checksum of its source, and outlives it', async () => {
    await upload()
    await copyOf()
    await client.send(new DeleteObjectCommand(object))
    const copy = { ...object, Key: 'tasklink/instance/two' }
    const { Body, ...head } = await client.send(new GetObjectCommand({ ...copy, ChecksumMode: 'ENABLED' }))

    expect(await Body?.transformToString()).toBe('twelve bytes')
    expect(head).toMatchObject({ ContentDisposition: 'attachment', ChecksumSHA256: sha256Of(body) })
  })

  it('is refused of an object that is gone, is another one, or is itself', async () => {
    expect(await refusalOf(copyOf())).toMatchObject({ name: 'NoSuchKey', status: 404 })
    await upload()
    expect(await refusalOf(copyOf({ CopySourceIfMatch: '"another"' }))).toMatchObject({ status: 412 })
    expect(await refusalOf(copyOf({ Key: object.Key }))).toMatchObject({ name: 'InvalidRequest' })
    expect(await refusalOf(copyOf({ CopySource: `other/${object.Key}` }))).toMatchObject({ status: 404 })
  })

  it('needs the permission to read and to write', async () => {
    await upload()
    store.permissions = new Set(['s3:PutObject', 's3:ListBucket'])
    expect(await refusalOf(copyOf())).toMatchObject({ name: 'AccessDenied' })
    store.permissions = new Set(['s3:GetObject', 's3:ListBucket'])

    expect(await refusalOf(copyOf())).toMatchObject({ name: 'AccessDenied' })
  })
})

describe('a signature in the header', () => {
  it('is refused 15 minutes before or after its time', async () => {
    const head = async () => {
      const steady = storeClient(store, { systemClockOffset: 0 })
      const refusal = await refusalOf(steady.send(new GetObjectCommand(object)))
      steady.destroy()
      return refusal.name
    }
    store.clockAheadMs = 16 * 60_000
    const late = await head()
    store.clockAheadMs = -16 * 60_000

    expect([late, await head()]).toEqual(['RequestTimeTooSkewed', 'RequestTimeTooSkewed'])
  })

  it('binds the body', async () => {
    const refusal = await refusalOf(
      client.send(
        new PutObjectCommand({ ...object, Body: body, ChecksumSHA256: sha256Of(Buffer.from('x')) }),
      ),
    )

    expect(refusal).toMatchObject({ name: 'BadDigest', status: 400 })
  })

  it('is demanded: there is no public object', async () => {
    await upload()
    const response = await fetch(`${store.url}/${store.bucketName}/${object.Key}`)

    expect(response.headers.get('content-type')).toBe('application/xml')
    expect(await outcomeOf(response)).toEqual({ status: 403, code: 'AccessDenied', message: 'Access Denied' })
  })
})

describe('a lifecycle rule of one day', () => {
  it('deletes an object at the first midnight UTC that is a day after its upload', async () => {
    await upload()
    const { storedAt = 0 } = store.objects[0] ?? {}
    const midnight = Math.ceil((storedAt + 24 * hourMs) / (24 * hourMs)) * 24 * hourMs
    store.clockAheadMs = midnight - storedAt - hourMs / 60
    expect(store.objects).toHaveLength(1)
    store.clockAheadMs = midnight - storedAt + hourMs / 60

    expect(store.objects).toEqual([])
  })

  it('is announced in the answer, and spares other prefixes', async () => {
    await upload()
    const { Expiration } = await client.send(new HeadObjectCommand(object))
    expect(Expiration).toMatch(/^expiry-date=".+ 00:00:00 GMT", rule-id="abandoned-uploads"$/)
    await client.send(new PutObjectCommand({ ...object, Key: 'others/one', Body: body }))

    expect((await client.send(new HeadObjectCommand({ ...object, Key: 'others/one' }))).Expiration).toBe(
      undefined,
    )
  })
})

describe('a store that fails', () => {
  it('answers with the error, resets the connection, or loses its response', async () => {
    store.failNext('PutObject', { kind: 'error', status: 503, code: 'SlowDown' })
    expect(await refusalOf(upload())).toMatchObject({ name: 'SlowDown', status: 503 })
    store.failNext('PutObject', { kind: 'reset' })
    expect(await refusalOf(upload())).toMatchObject({ status: undefined })
    expect(store.objects).toEqual([])
    store.failNext('PutObject', { kind: 'response-lost' })
    expect(await refusalOf(upload())).toMatchObject({ status: undefined })

    expect(store.objects).toHaveLength(1)
  })

  it('holds an upload until the test lets it go on', async () => {
    const test = new EventEmitter()
    const isHeld = once(test, 'held')
    store.failNext('PutObject', {
      kind: 'held',
      afterBytes: 0,
      hold: async () => {
        test.emit('held')
        await once(test, 'let go')
      },
    })
    const uploaded = upload()
    await isHeld
    expect(store.objects).toEqual([])
    test.emit('let go')
    await uploaded

    expect(store.objects).toHaveLength(1)
  })
})

describe('a presigned download', () => {
  it('needs no credentials, and names the type and disposition of the upload', async () => {
    await upload()
    const response = await fetch(await presignDownload(client, store.bucketName, object.Key))

    expect(response.headers.get('content-disposition')).toBe('attachment')
    expect(await response.text()).toBe('twelve bytes')
  })

  it('is read as XML with a reason when its object is gone', async () => {
    const url = await presignDownload(client, store.bucketName, object.Key)

    expect(await outcomeOf(await fetch(url))).toMatchObject({ status: 404, code: 'NoSuchKey' })
  })
})
