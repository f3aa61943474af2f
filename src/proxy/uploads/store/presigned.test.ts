import { describe, expect, it } from 'vitest'
import { presignGet, presignPut, storeOrigin } from './presigned.ts'
import { createStoreClient } from './store-client.ts'

const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' }
const options = { bucket: 'example-uploads', region: 'eu-central-1', credentials }
const presigning = {
  client: createStoreClient(options),
  bucket: options.bucket,
  now: new Date('2026-11-29T12:00:00Z'),
  expiresInSeconds: 900,
}
const file = {
  key: 'tasklink/instance/id',
  bytes: 5,
  type: 'text/plain',
  sha256: 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
}

describe('the address for a file of a browser', () => {
  it('is signed for one length, type, disposition and checksum', async () => {
    const { url, headers } = await presignPut(presigning, file)
    const query = new URL(url).searchParams

    expect(query.get('X-Amz-SignedHeaders')?.split(';')).toEqual([
      'content-disposition',
      'content-length',
      'content-type',
      'host',
      'x-amz-checksum-sha256',
    ])
    expect(query.get('X-Amz-Expires')).toBe('900')
    expect(query.get('X-Amz-Date')).toBe('20261129T120000Z')
    expect(headers).toEqual({
      'content-type': 'text/plain',
      'content-disposition': 'attachment',
      'x-amz-checksum-sha256': file.sha256,
    })
  })

  it('has no checksum of an empty body, which the SDK would add by itself', async () => {
    const { url } = await presignPut(presigning, file)

    expect(url.toLowerCase()).not.toContain('crc32')
  })
})

describe('the address for Amazon Connect', () => {
  it('needs no header but the host', async () => {
    const url = new URL(await presignGet(presigning, file.key))

    expect(url.searchParams.get('X-Amz-SignedHeaders')).toBe('host')
    expect(url.pathname).toBe('/tasklink/instance/id')
  })
})

describe('the origin to which browsers send files', () => {
  it.each([
    [{}, 'https://example-uploads.s3.eu-central-1.amazonaws.com'],
    [{ bucket: 'example.uploads' }, 'https://s3.eu-central-1.amazonaws.com'],
    [{ region: 'cn-north-1' }, 'https://example-uploads.s3.cn-north-1.amazonaws.com.cn'],
    [{ region: 'us-gov-west-1' }, 'https://example-uploads.s3.us-gov-west-1.amazonaws.com'],
    [{ endpoint: 'http://localhost:9000' }, 'http://localhost:9000'],
  ])('is that of signed addresses, without credentials: %j', async (differs, origin) => {
    const { bucket, region } = options

    expect(await storeOrigin({ bucket, region, ...differs })).toBe(origin)
    const client = createStoreClient({ ...options, ...differs })
    const { url } = await presignPut({ ...presigning, client, ...differs }, file)
    expect(new URL(url).origin).toBe(origin)
  })
})
