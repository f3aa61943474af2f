import type { CORSRule, LifecycleRule } from '@aws-sdk/client-s3'
import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { demoCredentials } from '../connect/wire/credentials.ts'
import { createFailureQueue } from '../failure-queue.ts'
import { listen, stopListening } from '../listen.ts'
import { answerStoreRequest } from './answer-store-request.ts'
import { createSessions, type Session, type SessionOptions } from './authentication/sessions.ts'
import { type Bucket, liveObject, type StorePermission } from './bucket.ts'
import { createStoredObjects, type StoredObject } from './objects/stored-objects.ts'
import type { StoreFailure, StoreOperation } from './store-failures.ts'
import { createStoreLog, type ReceivedRequest } from './received-requests.ts'

/** Node closes idle connections after 5 s. On a busy machine a call could then use a connection that is just being closed. */
const keepAliveTimeoutMs = 60_000

export interface StoreSimulatorOptions {
  /** Default: a free port. */
  readonly port?: number
  readonly now?: () => number
  /** The bucket's CORS configuration. Default: none, so no page may upload. */
  readonly corsRules?: readonly CORSRule[]
  /** Default: deletes the objects under `tasklink/` after a day. */
  readonly lifecycleRules?: readonly LifecycleRule[]
}

export interface StoreSimulator {
  readonly url: string
  readonly bucketName: string
  readonly credentials: typeof demoCredentials
  /** How far the store's clock is ahead of the clock in the options. Moves signatures, credentials and the lifecycle. */
  clockAheadMs: number
  permissions: ReadonlySet<StorePermission>
  corsRules: readonly CORSRule[]
  lifecycleRules: readonly LifecycleRule[]
  /** The objects that exist by the store's clock. */
  readonly objects: readonly StoredObject[]
  /** The last 1,000 requests, oldest first. */
  readonly received: readonly ReceivedRequest[]
  readonly bytesOf: (key: string) => Promise<Buffer>
  /** Replaces the bytes of an object, as someone else with access to the bucket could. */
  readonly overwrite: (key: string, bytes: Uint8Array) => Promise<void>
  readonly remove: (key: string) => void
  /** Temporary credentials, which end by the store's clock. */
  readonly newSession: (options: SessionOptions) => Session
  readonly failNext: (operation: StoreOperation, failure: StoreFailure, times?: number) => void
  /** Withdraws the failures that have not happened yet. */
  readonly clearFailures: () => void
  /** Deletes objects, received requests, failures and sessions, and restores the settings. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

const defaultPermissions: ReadonlySet<StorePermission> = new Set([
  's3:PutObject',
  's3:GetObject',
  's3:DeleteObject',
  's3:ListBucket',
])

const oneDay: readonly LifecycleRule[] = [
  { ID: 'abandoned-uploads', Status: 'Enabled', Filter: { Prefix: 'tasklink/' }, Expiration: { Days: 1 } },
]

/**
 * Starts a strict S3 with one bucket on this machine, with path-style addresses.
 *
 * It is our own because the servers that npm and Debian offer do not refuse what S3 refuses. s3rver 3.7.1 accepts every
 * SigV4 signature (a URL signed with a wrong secret stored other bytes of another size and type), verifies no checksum
 * and has no lifecycle; rclone 1.60 cannot serve S3; MinIO is not packaged. Uploads would pass the tests and fail in
 * production.
 */
export async function startStoreSimulator(options: StoreSimulatorOptions = {}): Promise<StoreSimulator> {
  const { port = 0, now = Date.now, corsRules = [], lifecycleRules = oneDay } = options
  const objects = await createStoredObjects()
  const log = createStoreLog()
  const failures = createFailureQueue<StoreOperation, StoreFailure>()
  const sessions = createSessions()
  const settings = { permissions: defaultPermissions, corsRules, lifecycleRules }
  let clockAheadMs = 0
  const bucketNow = () => now() + clockAheadMs
  const bucket: Bucket = { objects, now: bucketNow, ...settings }
  const bucketName = 'tasklink-staging'
  const parts = { bucketName, bucket, sessions, failures, log }
  const server = createServer({ keepAliveTimeout: keepAliveTimeoutMs }, (request, response) => {
    // Errors are sent as responses. The promise rejects only if the client disconnects before the end.
    answerStoreRequest(parts, request, response).catch(() => response.destroy())
  })

  return {
    url: await listen(server, port),
    bucketName,
    credentials: demoCredentials,
    received: log.requests,
    get clockAheadMs() {
      return clockAheadMs
    },
    set clockAheadMs(milliseconds) {
      clockAheadMs = milliseconds
    },
    get permissions() {
      return bucket.permissions
    },
    set permissions(permissions) {
      bucket.permissions = permissions
    },
    get corsRules() {
      return bucket.corsRules
    },
    set corsRules(rules) {
      bucket.corsRules = rules
    },
    get lifecycleRules() {
      return bucket.lifecycleRules
    },
    set lifecycleRules(rules) {
      bucket.lifecycleRules = rules
    },
    get objects() {
      return objects.all().filter(({ key }) => liveObject(bucket, key) !== undefined)
    },
    bytesOf: objects.bytesOf,
    overwrite: async (key, bytes) => {
      const { hasChecksum = false, headers = {} } = objects.get(key) ?? {}
      const received = await objects.receive(Readable.from([bytes]))
      objects.keep(received, { key, hasChecksum, headers, storedAt: bucketNow() })
    },
    remove: objects.remove,
    newSession: (session) => sessions.start(session, bucketNow()),
    failNext: (operation, failure, times = 1) => failures.add(operation, failure, times),
    clearFailures: failures.clear,
    reset: () => {
      clockAheadMs = 0
      Object.assign(bucket, settings)
      objects.clear()
      log.clear()
      failures.clear()
      sessions.clear()
    },
    close: async () => {
      await stopListening(server)
      await objects.close()
    },
  }
}
