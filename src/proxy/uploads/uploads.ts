import type { AcceptedUpload, BeginUpload, UploadSlot } from '../../contract/uploads/uploads.ts'
import { extensionOf } from '../../core/fields/attachments/file-name.ts'
import { fileTypeOf } from '../../core/fields/attachments/file-types.ts'
import { contradicts } from './content/contradiction.ts'
import { readFile, type FileReading, type Uploader } from './opened-files.ts'
import { createReadyFiles, type ReadyFiles } from './ready-files.ts'
import type { Seal } from './seal.ts'
import { isSame, type ObjectStore } from './store/object-store.ts'
import { keyPrefix } from './store/store-permissions.ts'
import { slotToken, uploadToken, type FileClaims } from './token-claims.ts'
import { uploadRefused } from './upload-refusal.ts'

/** The answer about one file, and the file, for the log. */
export interface UploadStep<Answer> {
  readonly answer: Answer
  readonly file: FileClaims
}

/** The steps of a file from a browser to Amazon Connect. The proxy keeps nothing about it: the tokens say everything. */
export interface Uploads extends ReadyFiles {
  /** Lets the browser store one file. The rules must allow it. */
  readonly begin: (agent: Uploader, file: BeginUpload) => Promise<UploadStep<UploadSlot>>
  /** Accepts a file that is in its slot; otherwise deletes it and rejects with `upload-refused`. */
  readonly complete: (agent: Uploader, slot: string) => Promise<UploadStep<AcceptedUpload>>
  /** Deletes a file, whether it was accepted, only stored, or neither. */
  readonly discard: (agent: Uploader, token: string) => Promise<FileClaims>
}

export interface UploadsOptions {
  readonly store: ObjectStore
  readonly seal: Seal
  readonly instanceId: string
  readonly now: () => Date
}

const hourMs = 60 * 60_000

/** A PUT must begin within this time. On a slow line it may end much later. */
const putSeconds = 15 * 60
const slotMs = 2 * hourMs

/** The lifecycle rule of the bucket deletes a file after one day at the earliest. */
const uploadMs = 20 * hourMs

/** Without name and agent, so that a list of the bucket tells nothing. */
const newKey = (instanceId: string) => `${keyPrefix(instanceId)}${crypto.randomUUID()}`

/** The token of a file may end before the file does. */
function deletable(read: FileReading<FileClaims>): FileClaims {
  if (read.ok) return read.file
  if (read.reason === 'token-expired' && read.file) return read.file
  throw uploadRefused(read)
}

export function createUploads(options: UploadsOptions): Uploads {
  const { store, seal, instanceId, now } = options

  /** Why a file is refused; undefined if it is accepted. */
  async function faultOf(file: FileClaims) {
    const opened = await store.lookInside(file.key)
    if (!opened) return 'object-missing'
    const { object, beginning } = opened
    if (!isSame(object, file)) return 'object-differs'
    return (await contradicts(extensionOf(file.name), beginning)) ? 'content-contradicts' : undefined
  }

  return {
    ...createReadyFiles(options),
    async begin({ userId }, { name, bytes, sha256 }) {
      const key = newKey(instanceId)
      const type = fileTypeOf(extensionOf(name))
      const file = { agent: userId, instance: instanceId, key, name, bytes, type, sha256 }
      const nowMs = now().getTime()
      const { url, headers } = await store.presignPut(file, putSeconds)
      const upload = await seal.seal(slotToken, file, nowMs + slotMs)
      const expiresAt = new Date(nowMs + putSeconds * 1_000).toISOString()
      return { file, answer: { upload, url, headers: { ...headers }, expiresAt } }
    },
    async complete({ userId: agentId }, token) {
      const read = await readFile(seal, slotToken, { token }, { agentId, instanceId })
      if (!read.ok) throw uploadRefused(read)
      const { file } = read
      const reason = await faultOf(file)
      if (reason && reason !== 'object-missing') await store.remove(file.key)
      if (reason) throw uploadRefused({ row: 0, reason, file })
      const expiresAtMs = now().getTime() + uploadMs
      const upload = await seal.seal(uploadToken, file, expiresAtMs)
      return { file, answer: { upload, expiresAt: new Date(expiresAtMs).toISOString() } }
    },
    async discard({ userId: agentId }, token) {
      const owner = { agentId, instanceId }
      const asUpload = await readFile(seal, uploadToken, { token }, owner)
      const isSlot = !asUpload.ok && asUpload.reason === 'token-of-another-kind'
      const read = isSlot ? await readFile(seal, slotToken, { token }, owner) : asUpload
      const file = deletable(read)
      await store.remove(file.key)
      return file
    },
  }
}
