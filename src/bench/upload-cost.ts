import { randomBytes } from 'node:crypto'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { hashInSlices, workerSliceBytes } from '../client/uploads/hash-slices.ts'
import { completeUploadPath, discardUploadPath, uploadsPath } from '../contract/uploads/upload-paths.ts'
import { uploadSlotSchema } from '../contract/uploads/uploads.ts'
import { ana, region } from '../simulators/instance/instance.ts'
import type { StoreSimulator } from '../simulators/store/store-simulator.ts'
import { withProxy } from './measured-proxy.ts'

export interface UploadCost {
  readonly bytes: number
  /** SHA-256 of the bytes, in slices as the panel does it. The way of a file always begins with it, so it is not in the other figures. */
  readonly hashMs: number
  /** One PUT to the bucket. */
  readonly directMs: number
  /** A slot from the proxy, the PUT, and the proxy's look at the stored object. */
  readonly wayMs: number
}

const rounds = 12

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now()
  await work()
  return performance.now() - before
}

/** As the panel's worker does it. */
const hashing = { sliceBytes: workerSliceBytes, onPart: () => {}, isStopped: () => false }

async function sha256Of(file: Blob): Promise<string> {
  const sha256 = await hashInSlices(file, hashing)
  if (sha256 === undefined) throw new Error('Hashing was stopped.')
  return sha256
}

async function put(url: string, headers: Readonly<Record<string, string>>, body: Blob): Promise<void> {
  const response = await fetch(url, { method: 'PUT', headers, body })
  if (!response.ok) throw new Error(`The store answered ${response.status}: ${await response.text()}`)
}

/** A PUT that binds the checksum, presigned without the proxy. */
async function directUpload({ url, bucketName, credentials }: StoreSimulator, sha256: string, key: string) {
  const client = new S3Client({
    endpoint: url,
    region,
    credentials,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  })
  const command = new PutObjectCommand({ Bucket: bucketName, Key: key, ChecksumSHA256: sha256 })
  const unhoistableHeaders = new Set(['x-amz-checksum-sha256'])
  const address = await getSignedUrl(client, command, { unhoistableHeaders })
  client.destroy()
  return { url: address, headers: { 'x-amz-checksum-sha256': sha256 } }
}

/** Asks the proxy as the panel does. */
const askProxy = (origin: string, token: string) => async (path: string, body: object) => {
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`The proxy answered ${response.status}: ${text}`)
  return text
}

type Ask = ReturnType<typeof askProxy>

/** Uploads by way of the proxy; resolves to the token of the file. */
async function uploadByProxy(ask: Ask, sha256: string, file: Blob): Promise<string> {
  const announced = { name: 'film.mp4', bytes: file.size, type: 'video/mp4', sha256 }
  const slot = uploadSlotSchema.parse(JSON.parse(await ask(uploadsPath, announced)))
  await put(slot.url, slot.headers, file)
  await ask(completeUploadPath, { upload: slot.upload })
  return slot.upload
}

/** The first bytes of an MP4, because the proxy looks whether the content fits the name. */
const beginOfMp4 = Buffer.from('000000206674797069736f6d0000020069736f6d69736f32617663316d703431', 'hex')

/** Uploads files in turn directly and by way of the proxy, and compares the shortest times, which other load on the machine lengthens least. */
export const measureUploads = (sizes: readonly number[]): Promise<UploadCost[]> =>
  withProxy(async ({ origin }, { store, identity }) => {
    const ask = askProxy(origin, await identity.tokenFor(ana))
    const costs: UploadCost[] = []
    for (const size of sizes) {
      const file = new Blob([beginOfMp4, randomBytes(size - beginOfMp4.length)])
      const sha256 = await sha256Of(file)
      const times: { hash: number; direct: number; way: number }[] = []
      for (let round = 0; round < rounds; round += 1) {
        let upload = ''
        // A new object each time, as by the proxy: to overwrite one is quicker.
        const direct = await directUpload(store, sha256, `tasklink/direct-${size}-${round}`)
        // Sequential and in turn, because parallel uploads would slow each other down.
        times.push({
          hash: await timed(() => sha256Of(file)),
          direct: await timed(() => put(direct.url, direct.headers, file)),
          way: await timed(async () => (upload = await uploadByProxy(ask, sha256, file))),
        })
        await ask(discardUploadPath, { upload })
      }
      const leastOf = (figure: 'hash' | 'direct' | 'way') => Math.min(...times.map((each) => each[figure]))
      costs.push({
        bytes: size,
        hashMs: leastOf('hash'),
        directMs: leastOf('direct'),
        wayMs: leastOf('way'),
      })
    }
    return costs
  })
