import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { expect } from '@playwright/test'
import { region } from '../../src/simulators/instance/instance.ts'
import { madeFile } from '../support/files.ts'
import { test } from '../support/product.ts'

const key = 'tasklink/instance/one'

test('a browser may upload to the bucket from a page that may embed the panel, and from no other', async ({
  page,
  product: { farSide },
  store,
}) => {
  const { buffer, mimeType } = madeFile('notes.txt', 20_000)
  const { url: endpoint, credentials, bucketName } = store
  const client = new S3Client({
    endpoint,
    region,
    credentials,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  })
  const command = new PutObjectCommand({ Bucket: bucketName, Key: key, ContentType: mimeType })
  const address = await getSignedUrl(client, command, { signableHeaders: new Set(['host', 'content-type']) })
  client.destroy()
  const put = () =>
    page.evaluate(
      ([target, text, type]) =>
        fetch(target, { method: 'PUT', body: text, headers: { 'content-type': type } }).then(
          ({ status }) => status,
          () => 'refused by the browser',
        ),
      [address, buffer.toString(), mimeType] as const,
    )
  await page.goto(farSide.workspace.url)
  expect(await put()).toBe('refused by the browser')
  const uploads = store.received.filter(({ operation }) => operation !== 'HeadBucket')
  expect(uploads.map(({ operation, code }) => [operation, code])).toEqual([['Preflight', 'AccessForbidden']])

  await page.goto(farSide.examples.origin)
  expect(await put()).toBe(200)
  expect(await store.bytesOf(key)).toEqual(buffer)
})
