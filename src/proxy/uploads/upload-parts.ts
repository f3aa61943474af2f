import type { UploadsConfiguration } from '../uploads-environment.ts'
import { createDependency, noted, type LogDependency } from '../logs/dependency-log.ts'
import type { Metrics } from '../logs/metrics.ts'
import type { LogWarning, WarningLine } from '../logs/warning-log.ts'
import { createReadyAttachments, noAttachments, type ReadyAttachments } from './ready-attachments.ts'
import { createSeal } from './seal.ts'
import { createObjectStore } from './store/object-store.ts'
import { storeOrigin } from './store/presigned.ts'
import type { StoreOptions } from './store/store-client.ts'
import { createUploads, type Uploads } from './uploads.ts'
import { warnOfLongAddresses } from './long-addresses.ts'

/** The parts of the proxy that files need. */
export interface UploadParts {
  /** Undefined if the proxy takes no files. */
  readonly uploads: Uploads | undefined
  readonly readyAttachments: ReadyAttachments
  /** To which browsers send files. Undefined if the proxy takes none, or the SDK cannot tell. Never rejects. */
  readonly storeOrigin: Promise<string | undefined> | undefined
  /** Asks the store once, and logs what an operator should change. Never rejects: the proxy also works without files. */
  readonly checkStore: () => Promise<void>
}

export interface UploadPartsOptions {
  readonly configuration: UploadsConfiguration | undefined
  readonly instanceId: string
  readonly region: string
  readonly now: () => Date
  readonly logDependency: LogDependency
  readonly logWarning: LogWarning
  readonly metrics?: Metrics | undefined
  /** Replaces the SDK’s environment variables. Tests and the demo use it. */
  readonly store?: Pick<StoreOptions, 'endpoint' | 'credentials'> | undefined
}

/** The warning in the log. */
export const unknownStoreWarning = 'store-address-unknown'

const unknownStore: WarningLine = {
  warning: unknownStoreWarning,
  why: 'The AWS SDK makes no address of ATTACHMENTS_BUCKET in this Region, so the Content-Security-Policy does not name it, and browsers upload nothing. Correct ATTACHMENTS_BUCKET or AWS_ENDPOINT_URL_S3.',
}

const none: UploadParts = {
  uploads: undefined,
  readyAttachments: noAttachments,
  storeOrigin: undefined,
  checkStore: async () => {},
}

export function createUploadParts(options: UploadPartsOptions): UploadParts {
  const { configuration, instanceId, region, now, logDependency, logWarning, metrics } = options
  if (!configuration) return none
  const { bucket, storeEndpoint: endpoint, sealSecret: secret, previousSealSecret } = configuration
  const seal = createSeal({ secret, previousSecret: previousSealSecret, now })
  const dependency = createDependency({ name: 'files in Amazon S3', isReady: () => true, log: logDependency })
  const storeOptions = { bucket, region, endpoint, ...options.store }
  const store = createObjectStore({
    ...storeOptions,
    now,
    noteCall: metrics?.noteStoreCall,
    noted: (ask) => noted(dependency.note, ask),
  })
  return {
    uploads: createUploads({ store, seal, instanceId, now }),
    readyAttachments: createReadyAttachments(seal, instanceId),
    storeOrigin: storeOrigin(storeOptions).catch(() => {
      logWarning(unknownStore)
      return undefined
    }),
    async checkStore() {
      try {
        await store.checkBucket()
        await warnOfLongAddresses(store, instanceId, logWarning)
      } catch {
        // The dependency has logged it.
      }
    },
  }
}
