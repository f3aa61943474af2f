import { randomBytes } from 'node:crypto'
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { hashInSlices, workerSliceBytes } from '../../client/uploads/hashing/hash-slices.ts'
import { completeUploadPath, discardUploadPath, uploadsPath } from '../../contract/uploads/upload-paths.ts'
import { uploadSlotSchema } from '../../contract/uploads/uploads.ts'
import type { FarSide } from '../../simulators/far-side.ts'
import { ana, region } from '../../simulators/instance/instance.ts'
import { startSlowLine, type LineSpeed } from '../../simulators/slow-line.ts'
import type { StoreSimulator } from '../../simulators/store/store-simulator.ts'
import { withProxy } from '../measured-proxy.ts'
import { createRequests, ownPort, type PortOf, type Requests } from './requests.ts'

export interface UploadCost {
  readonly bytes: number
  /**
   * The SHA-256 of the bytes, in slices as in the panel. It comes before every upload, so the other figures do not include it.
   */
  readonly hashMs: number
  /** One PUT to the bucket. */
  readonly directMs: number
  /** The slot from the proxy, the same PUT, and the proxy's check of the stored object. */
  readonly way: { readonly slotMs: number; readonly putMs: number; readonly completeMs: number }
}

export const wayMsOf = ({ way: { slotMs, putMs, completeMs } }: UploadCost): number =>
  slotMs + putMs + completeMs

/** The line of an agent in an office: 100 Mbit/s, and 20 ms to the Region and back. */
export const officeLine: LineSpeed = { bitsPerSecond: 100_000_000, roundTripMs: 20 }

/** The first rounds load code and open connections. */
const warmUpRounds = 2
const rounds = 11

const timed = async <Answer>(work: () => Promise<Answer>) => {
  const before = performance.now()
  const answer = await work()
  return { ms: performance.now() - before, answer }
}

const medianOf = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN

/** Hashes slices of the same size as the panel's worker. */
const hashing = { sliceBytes: workerSliceBytes, onPart: () => {}, isStopped: () => false }

async function sha256Of(file: Blob): Promise<string> {
  const sha256 = await hashInSlices(file, hashing)
  if (sha256 === undefined) throw new Error('Hashing was stopped.')
  return sha256
}

const put = ({ send }: Requests, url: string, headers: Sendable, body: Buffer) =>
  send(url, { method: 'PUT', headers, body })

type Sendable = Readonly<Record<string, string>>

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
const askProxy =
  ({ send }: Requests, origin: string, token: string) =>
  (path: string, body: object) =>
    send(`${origin}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(body)),
    })

/** The first bytes of an MP4, because the proxy checks that the content fits the name. */
const beginOfMp4 = Buffer.from('000000206674797069736f6d0000020069736f6d69736f32617663316d703431', 'hex')

interface Bench {
  readonly origin: string
  readonly farSide: FarSide
  readonly requests: Requests
}

/** Uploads a file of this size in turn directly and by way of the proxy. */
async function costOf(bytes: number, { origin, farSide, requests }: Bench): Promise<UploadCost> {
  const { store, identity } = farSide
  const ask = askProxy(requests, origin, await identity.tokenFor(ana))
  const file = Buffer.concat([beginOfMp4, randomBytes(bytes - beginOfMp4.length)])
  const blob = new Blob([file])
  const sha256 = await sha256Of(blob)
  const announced = { name: 'film.mp4', bytes, type: 'video/mp4', sha256 }

  async function direct(round: number) {
    // A new object each time, as with the proxy: overwriting one is faster.
    const key = `tasklink/direct-${bytes}-${round}`
    const { url, headers } = await directUpload(store, sha256, key)
    const { ms } = await timed(() => put(requests, url, headers, file))
    store.remove(key)
    return ms
  }

  async function byProxy() {
    const slot = await timed(async () =>
      uploadSlotSchema.parse(JSON.parse(await ask(uploadsPath, announced))),
    )
    const { url, headers, upload } = slot.answer
    const stored = await timed(() => put(requests, url, headers, file))
    const completed = await timed(() => ask(completeUploadPath, { upload }))
    await ask(discardUploadPath, { upload })
    return { slotMs: slot.ms, putMs: stored.ms, completeMs: completed.ms }
  }

  const measured: (UploadCost & { readonly round: number })[] = []
  /* One after the other, because parallel uploads would slow each other down. */
  /* oxlint-disable no-await-in-loop */
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    const hash = await timed(() => sha256Of(blob))
    // Change the order each round, because the second upload may find the disk still busy with the first.
    const first = round % 2 === 0 ? await direct(round) : undefined
    const way = await byProxy()
    measured.push({ round, bytes, hashMs: hash.ms, way, directMs: first ?? (await direct(round)) })
  }
  /* oxlint-enable no-await-in-loop */
  const counted = measured.filter(({ round }) => round >= warmUpRounds)
  const median = (figure: (cost: UploadCost) => number) => medianOf(counted.map(figure))
  return {
    bytes,
    hashMs: median(({ hashMs }) => hashMs),
    directMs: median(({ directMs }) => directMs),
    way: {
      slotMs: median(({ way }) => way.slotMs),
      putMs: median(({ way }) => way.putMs),
      completeMs: median(({ way }) => way.completeMs),
    },
  }
}

/** Medians for files of these sizes, over loopback or over a line in front of the store and the proxy. */
export const measureUploads = (sizes: readonly number[], speed?: LineSpeed): Promise<UploadCost[]> =>
  withProxy(async ({ origin }, farSide) => {
    const lines = new Map<string, Awaited<ReturnType<typeof startSlowLine>>>()
    for (const server of speed ? [origin, farSide.store.url] : []) {
      if (speed) lines.set(new URL(server).origin, await startSlowLine(server, speed))
    }
    const portOf: PortOf = (server) => String(lines.get(server)?.port ?? ownPort(server))
    const requests = createRequests(portOf)
    const costs: UploadCost[] = []
    for (const size of sizes) costs.push(await costOf(size, { origin, farSide, requests }))
    requests.close()
    for (const line of lines.values()) await line.close()
    return costs
  })
