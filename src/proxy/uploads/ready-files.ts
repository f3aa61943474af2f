import type { ReadyAttachments as ReadyAnswer } from '../../contract/uploads/uploads.ts'
import { ProblemError } from '../problem-error.ts'
import type { ReasonOf } from '../refusal-reasons.ts'
import { openFiles, type Uploader } from './opened-files.ts'
import type { Seal } from './seal.ts'
import { isSame, type ObjectStore, type StoredObject } from './store/object-store.ts'
import { storeAdvice } from './store/store-advice.ts'
import { readyToken, uploadToken, type FileClaims } from './token-claims.ts'
import { throwIfRefused, type RefusedFile } from './upload-refusal.ts'

export interface ReadyFiles {
  /** Lets Amazon Connect read these files, for one task. Rejects with `upload-refused` if one of them is gone. */
  readonly ready: (agent: Uploader, tokens: readonly string[]) => Promise<ReadyAnswer>
}

interface FoundFile {
  readonly row: number
  readonly file: FileClaims
  readonly object: StoredObject
}

export interface ReadyFilesOptions {
  readonly store: ObjectStore
  readonly seal: Seal
  readonly instanceId: string
  readonly now: () => Date
}

const minuteMs = 60_000

/** How long an address may be used, unless the credentials that sign it end before. */
const addressMs = 60 * minuteMs

/** AWS does not document when Amazon Connect reads a file, so the address is valid for 15 more minutes after the last send. */
const leftForConnectMs = 15 * minuteMs

/** Room for the first send, and for a few more after a lost answer. */
const leastForSendingMs = 5 * minuteMs

/**
 * The key of the copy of a file that a task may have. No token names this place, so that a window of the agent which discards
 * the file, however late, takes nothing from a task of another window. The lifecycle rule deletes it.
 */
export const givenKey = ({ key }: Pick<FileClaims, 'key'>): string => `${key}-given`

/** Characters of an address (Connect API, `AttachmentInput`, `S3Url`). */
export const addressLimit = 2_000

const storeFailed = (
  reason: ReasonOf<'store-failed'> & ('credentials-ending' | 'url-too-long'),
  detail: string,
) =>
  new ProblemError({
    code: 'store-failed',
    reason,
    detail,
    logged: { operation: 'GetObject', why: storeAdvice(reason, 'GetObject') },
  })

export function createReadyFiles({ store, seal, instanceId, now }: ReadyFilesOptions): ReadyFiles {
  async function addressLifeMs(nowMs: number): Promise<number> {
    const credentialsEndAt = await store.credentialsEndAt()
    const lifeMs = Math.min(addressMs, (credentialsEndAt?.getTime() ?? Infinity) - nowMs)
    if (lifeMs >= leftForConnectMs + leastForSendingMs) return lifeMs
    throw storeFailed(
      'credentials-ending',
      'The proxy’s credentials for the store end too soon for Amazon Connect to read the files. Ask again in a minute.',
    )
  }

  /** The store deletes files after a day, and other programs may write to the bucket. */
  async function found(file: FileClaims, row: number): Promise<FoundFile | RefusedFile> {
    const object = await store.look(file.key)
    if (!object) return { row, file, reason: 'object-expired' }
    if (isSame(object, file)) return { row, file, object }
    await store.remove(file.key)
    return { row, file, reason: 'object-differs' }
  }

  /** The file may have been discarded since the proxy has looked at it. */
  async function given({ row, file, object }: FoundFile): Promise<readonly RefusedFile[]> {
    const isGiven = await store.copy(file.key, givenKey(file), object)
    return isGiven ? [] : [{ row, file, reason: 'object-expired' }]
  }

  async function addressOf(file: FileClaims, lifeMs: number): Promise<string> {
    const url = await store.presignGet(givenKey(file), Math.floor(lifeMs / 1_000))
    if (url.length <= addressLimit) return url
    throw storeFailed(
      'url-too-long',
      'The address of a file is longer than Amazon Connect takes. The operator of the proxy can change that.',
    )
  }

  return {
    async ready({ userId: agentId }, tokens) {
      const files = await openFiles(seal, uploadToken, tokens, { agentId, instanceId })
      const looked = await Promise.all(files.map((file, row) => found(file, row)))
      throwIfRefused(looked.flatMap((each) => ('reason' in each ? [each] : [])))
      const present = looked.flatMap((each) => ('object' in each ? [each] : []))
      const nowMs = now().getTime()
      const lifeMs = await addressLifeMs(nowMs)
      // The seal counts whole seconds.
      const expiresAtMs = Math.floor((nowMs + lifeMs - leftForConnectMs) / 1_000) * 1_000
      const addressed = await Promise.all(
        files.map(async (file) => ({ file, url: await addressOf(file, lifeMs) })),
      )
      throwIfRefused((await Promise.all(present.map(given))).flat())
      const attachments = await Promise.all(
        addressed.map(async ({ file, url }) => ({
          upload: await seal.seal(readyToken, { ...file, url }, expiresAtMs),
        })),
      )
      return { attachments, expiresAt: new Date(expiresAtMs).toISOString() }
    },
  }
}
