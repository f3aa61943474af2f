import { createHash } from 'node:crypto'
import { GetObjectCommand, PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { region } from '../instance/instance.ts'
import type { StoreSimulator } from './store-simulator.ts'

/** The real SDK, connected to a store. It makes one attempt, so that a test sees each response. */
export const storeClient = ({ url, credentials }: StoreSimulator, config: S3ClientConfig = {}): S3Client =>
  new S3Client({
    endpoint: url,
    region,
    credentials,
    forcePathStyle: true,
    maxAttempts: 1,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...config,
  })

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64')

/** A presigned upload: the address and the headers that it binds. */
export interface PresignedUpload {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
}

interface UploadOptions {
  readonly expiresSeconds?: number
  readonly type?: string
  readonly isOnce?: boolean
}

/** Presigns a PUT that binds size, type and checksum. */
export async function presignUpload(
  client: S3Client,
  target: { readonly bucketName: string; readonly key: string; readonly bytes: Uint8Array },
  { expiresSeconds = 900, type = 'text/plain', isOnce = false }: UploadOptions = {},
): Promise<PresignedUpload> {
  const sha256 = sha256Of(target.bytes)
  const command = new PutObjectCommand({
    Bucket: target.bucketName,
    Key: target.key,
    ContentLength: target.bytes.length,
    ContentType: type,
    ChecksumSHA256: sha256,
    ...(isOnce && { IfNoneMatch: '*' }),
  })
  const url = await getSignedUrl(client, command, {
    expiresIn: expiresSeconds,
    unhoistableHeaders: new Set(['x-amz-checksum-sha256']),
    signableHeaders: new Set(['host', 'content-length', 'content-type', 'if-none-match']),
  })
  return {
    url,
    headers: {
      'content-type': type,
      'x-amz-checksum-sha256': sha256,
      ...(isOnce && { 'if-none-match': '*' }),
    },
  }
}

export const presignDownload = (client: S3Client, bucketName: string, key: string, expiresSeconds = 900) =>
  getSignedUrl(client, new GetObjectCommand({ Bucket: bucketName, Key: key }), { expiresIn: expiresSeconds })

/** The status and the error code of an answer. */
export async function outcomeOf(response: Response) {
  const text = await response.text()
  const element = (name: string) => new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1]
  return { status: response.status, code: element('Code'), message: element('Message') }
}
