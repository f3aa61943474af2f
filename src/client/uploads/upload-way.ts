import type { StoredUpload } from '../../core/fields/attachments/attachment.ts'
import type { Command } from '../command.ts'
import type { TaskClient } from '../task-client.ts'
import { loaded } from './late-code.ts'
import { beginUpload, completeUpload, discardUpload } from './upload-commands.ts'
import type { UploadWay } from './upload-parts.ts'

type Sending = Pick<TaskClient, 'send'>

/** Requests about files create nothing in Connect, so they need no token. */
export const sendOnce = <Request, Answer>(
  { send }: Sending,
  command: Command<Request, Answer>,
  request: Request,
): Promise<Answer> => send(command, { clientToken: '', request })

/** The steps of an upload with this browser and the proxy. The code is loaded with the first file. */
export const uploadWay = (client: Sending, judge: UploadWay['judge']): UploadWay => ({
  judge,
  hash: async (file, onPart, signal) => {
    const { hashFile } = await loaded(import('./hashing/file-hash.ts'))
    return hashFile(file, onPart, signal)
  },
  begin: async ({ name, bytes, type, sha256 }) => {
    const slot = await sendOnce(client, beginUpload, { name, bytes, type, sha256 })
    return { ...slot, expiresAt: Date.parse(slot.expiresAt) }
  },
  put: async (slot, file, onPart, signal) => {
    const { putFile } = await loaded(import('./put-file.ts'))
    return putFile(slot, file, onPart, signal)
  },
  complete: async ({ upload }): Promise<StoredUpload> => {
    const accepted = await sendOnce(client, completeUpload, { upload })
    return { token: accepted.upload, expiresAt: Date.parse(accepted.expiresAt) }
  },
})

export const discardBy =
  (client: Sending) =>
  async (upload: string): Promise<void> => {
    await sendOnce(client, discardUpload, { upload })
  }
