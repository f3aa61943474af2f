import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { FileClaims } from '../token-claims.ts'
import { createStoreClient, type StoreOptions } from './store-client.ts'

/** A PUT that stores exactly one content: other bytes, another length or another type do not fit its signature. */
export interface PresignedPut {
  readonly url: string
  /** The headers that the browser must send. It adds the length, which is signed, too. */
  readonly headers: Readonly<Record<string, string>>
}

/** If the object is opened in a browser, the browser saves it and does not show it. */
const disposition = 'attachment'

/** Without these options the presigner does not sign the type, and moves the checksum to the query. */
const boundHeaders = {
  signableHeaders: new Set([
    'host',
    'content-length',
    'content-type',
    'content-disposition',
    'x-amz-checksum-sha256',
  ]),
  unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
}

interface Presigning {
  readonly client: S3Client
  readonly bucket: string
  readonly now: Date
  readonly expiresInSeconds: number
}

type StoredFile = Pick<FileClaims, 'key' | 'bytes' | 'type' | 'sha256'>

export async function presignPut(presigning: Presigning, file: StoredFile): Promise<PresignedPut> {
  const { client, bucket, now, expiresInSeconds } = presigning
  const { key, bytes, type, sha256 } = file
  const put = new PutObjectCommand({
    Bucket: bucket,
    Key: key,
    ContentLength: bytes,
    ContentType: type,
    ContentDisposition: disposition,
    ChecksumSHA256: sha256,
  })
  const url = await getSignedUrl(client, put, {
    expiresIn: expiresInSeconds,
    signingDate: now,
    ...boundHeaders,
  })
  return {
    url,
    headers: { 'content-type': type, 'content-disposition': disposition, 'x-amz-checksum-sha256': sha256 },
  }
}

export function presignGet(presigning: Presigning, key: string): Promise<string> {
  const { client, bucket, now, expiresInSeconds } = presigning
  const get = new GetObjectCommand({ Bucket: bucket, Key: key })
  return getSignedUrl(client, get, { expiresIn: expiresInSeconds, signingDate: now })
}

/** The origin to which browsers send files. It does not depend on the credentials, which may come later than the proxy. */
export async function storeOrigin(options: StoreOptions): Promise<string> {
  const client = createStoreClient({
    ...options,
    credentials: { accessKeyId: 'none', secretAccessKey: 'none' },
  })
  const presigning = { client, bucket: options.bucket, now: new Date(), expiresInSeconds: 1 }
  return new URL(await presignGet(presigning, 'key')).origin
}
