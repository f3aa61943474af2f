import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  type GetObjectCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3'
import type { FileClaims } from '../token-claims.ts'
import { createCredentialLife } from './credential-life.ts'
import { presignGet, presignPut, type PresignedPut } from './presigned.ts'
import { copyTimeoutMs, createStoreClient, type StoreOptions } from './store-client.ts'
import { isEmpty, isMissing, storeProblem } from './store-errors.ts'
import type { StoreOperation } from './store-permissions.ts'

export interface StoredObject {
  readonly bytes: number | undefined
  readonly type: string | undefined
  /** Base64; undefined for an object that another program has put there. */
  readonly sha256: string | undefined
  /** The signature does not keep a browser from adding this header, and a reader who unpacks the file would see other bytes. */
  readonly encoding: string | undefined
  /** Identifies these bytes: other bytes under the same key have another tag. */
  readonly etag: string | undefined
}

export interface OpenedObject {
  readonly object: StoredObject
  readonly beginning: Uint8Array
}

/** True if the object is the file that was announced. S3 has checked the SHA-256 when it stored the object. */
export const isSame = (object: StoredObject, { bytes, type, sha256 }: FileClaims): boolean =>
  object.bytes === bytes && object.type === type && object.sha256 === sha256 && object.encoding === undefined

/** One call of the store, with all its retries. */
export interface StoreCall {
  readonly operation: StoreOperation
  readonly result: 'ok' | 'missing' | 'failed'
  readonly durationMs: number
}

/** The bucket. Its methods reject with the problem `store-failed`. */
export interface ObjectStore {
  readonly presignPut: (file: FileClaims, expiresInSeconds: number) => Promise<PresignedPut>
  readonly presignGet: (key: string, expiresInSeconds: number) => Promise<string>
  /** Undefined if there is no such object. */
  readonly look: (key: string) => Promise<StoredObject | undefined>
  /** The same, with the first bytes of the object; never more than `beginningByteLimit`. */
  readonly lookInside: (key: string) => Promise<OpenedObject | undefined>
  /** Copies an object if it is still the one that was looked at. False if there is no such object. */
  readonly copy: (key: string, toKey: string, object: Pick<StoredObject, 'etag'>) => Promise<boolean>
  /** Resolves, too, if there is no such object. */
  readonly remove: (key: string) => Promise<void>
  /** Rejects if the bucket is not there, or the proxy may not see into it. */
  readonly checkBucket: () => Promise<void>
  /** Until the credentials end that sign addresses now; undefined if they do not end. */
  readonly credentialsEndAt: () => Promise<Date | undefined>
}

export interface ObjectStoreOptions extends StoreOptions {
  readonly now: () => Date
  readonly noteCall?: ((call: StoreCall) => void) | undefined
  /** Notes how each attempt ended. */
  readonly noted: <Answer>(ask: () => Promise<Answer>) => Promise<Answer>
}

/** As many as the formats need that tell themselves in their first bytes (file-type, `minimumBytes`). */
const beginningByteLimit = 4_100

/** A server may ignore the range, so reading ends by itself. */
async function firstBytes(body: GetObjectCommandOutput['Body']): Promise<Uint8Array> {
  const stream = body?.transformToWebStream()
  if (!stream) return new Uint8Array()
  const bytes = new Uint8Array(beginningByteLimit)
  let filled = 0
  const reader: ReadableStreamDefaultReader<Uint8Array> = stream.getReader()
  while (filled < beginningByteLimit) {
    const { done, value } = await reader.read()
    if (done) break
    const part = value.subarray(0, beginningByteLimit - filled)
    bytes.set(part, filled)
    filled += part.byteLength
  }
  await reader.cancel()
  return bytes.subarray(0, filled)
}

/** Makes one call of the store. Undefined if there is no such object. */
type Measured = <Answer>(operation: StoreOperation, ask: () => Promise<Answer>) => Promise<Answer | undefined>

/** Notes how long each call takes, and how it ends. */
const measuring =
  (noteCall: ObjectStoreOptions['noteCall']): Measured =>
  async (operation, ask) => {
    const startedAt = performance.now()
    const note = (result: StoreCall['result']) =>
      noteCall?.({ operation, result, durationMs: performance.now() - startedAt })
    try {
      const answer = await ask()
      note('ok')
      return answer
    } catch (error) {
      if (operation !== 'HeadBucket' && isMissing(error)) {
        note('missing')
        return undefined
      }
      note('failed')
      throw storeProblem(error, operation)
    }
  }

interface Reads {
  readonly look: (key: string) => Promise<StoredObject | undefined>
  readonly beginningOf: (key: string) => Promise<Uint8Array | undefined>
}

function readsOf(bucket: string, client: S3Client, measured: Measured): Reads {
  const look: Reads['look'] = (key) =>
    measured('HeadObject', async () => {
      const head = new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' })
      const answer = await client.send(head)
      return {
        bytes: answer.ContentLength,
        type: answer.ContentType,
        sha256: answer.ChecksumSHA256,
        encoding: answer.ContentEncoding,
        etag: answer.ETag,
      }
    })

  const beginningOf: Reads['beginningOf'] = (key) =>
    measured('GetObject', async () => {
      const range = `bytes=0-${beginningByteLimit - 1}`
      const get = new GetObjectCommand({ Bucket: bucket, Key: key, Range: range })
      try {
        const { Body } = await client.send(get)
        return await firstBytes(Body)
      } catch (error) {
        if (isEmpty(error)) return new Uint8Array()
        throw error
      }
    })
  return { look, beginningOf }
}

export function createObjectStore(options: ObjectStoreOptions): ObjectStore {
  const { bucket, now, noteCall, noted } = options
  const client = createStoreClient(options)
  const { credentials } = client.config
  const copyingClient = createStoreClient({ ...options, credentials }, copyTimeoutMs)
  const credentialLife = createCredentialLife(credentials, now)
  const measured = measuring(noteCall)
  const { look, beginningOf } = readsOf(bucket, client, measured)

  const call = <Answer>(operation: StoreOperation, ask: () => Promise<Answer>) =>
    noted(() => measured(operation, ask))

  /** Signing may have to ask the source of the credentials. It asks nothing of the store, so its success says nothing. */
  const signed = <Answer>(operation: StoreOperation, sign: () => Promise<Answer>) =>
    sign().catch((error: unknown) =>
      noted<Answer>(async () => {
        throw storeProblem(error, operation)
      }),
    )

  const presigning = (expiresInSeconds: number) => ({ client, bucket, now: now(), expiresInSeconds })

  return {
    presignPut: (file, expiresInSeconds) =>
      signed('PutObject', () => presignPut(presigning(expiresInSeconds), file)),
    presignGet: (key, expiresInSeconds) =>
      signed('GetObject', () => presignGet(presigning(expiresInSeconds), key)),
    look: (key) => noted(() => look(key)),
    lookInside: (key) =>
      // At once, because the agent waits for both answers.
      noted(async () => {
        const [object, beginning] = await Promise.all([look(key), beginningOf(key)])
        return object && beginning && { object, beginning }
      }),
    async copy(key, toKey, { etag }) {
      const copied = await call('CopyObject', () =>
        copyingClient.send(
          new CopyObjectCommand({
            Bucket: bucket,
            Key: toKey,
            CopySource: `${bucket}/${key}`,
            CopySourceIfMatch: etag,
          }),
        ),
      )
      return copied !== undefined
    },
    async remove(key) {
      await call('DeleteObject', () => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })))
    },
    async checkBucket() {
      await call('HeadBucket', () => client.send(new HeadBucketCommand({ Bucket: bucket })))
    },
    credentialsEndAt: () => signed('GetObject', credentialLife),
  }
}
