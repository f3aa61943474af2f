import { TaskClientError, type ClientFailure } from '../../../client/task-client-error.ts'
import type { TaskClient } from '../../../client/task-client.ts'
import { readyUploads } from '../../../client/uploads/upload-commands.ts'
import { sendOnce } from '../../../client/uploads/upload-way.ts'
import type { Attachment } from '../../../core/fields/attachments/attachment.ts'

export interface ReadyParts {
  readonly client: Pick<TaskClient, 'send'>
  readonly wait: (milliseconds: number) => Promise<void>
}

/** "Make ready" creates nothing, so a lost answer is simply asked for again. */
const readyTries = 3
const readyAgainAfterMs = 2_000

/** The failure if the answer is about other files. */
const otherFiles: ClientFailure = { code: 'unreadable', outcome: 'not-created', issues: [] }

async function answered(client: ReadyParts['client'], files: readonly Attachment[]) {
  const uploads = files.map(({ upload }) => upload)
  const { attachments, expiresAt } = await sendOnce(client, readyUploads, { uploads })
  if (attachments.length !== files.length) throw new TaskClientError(otherFiles)
  const ready = files.map((file, row) => ({
    ...file,
    upload: attachments[row]?.upload ?? '',
    expiresAt: Date.parse(expiresAt),
    isReady: true as const,
  }))
  return ready satisfies readonly Attachment[]
}

/** The files as an attempt sends them in each of its requests. Fails with a {@link TaskClientError}. */
export async function readied(
  { client, wait }: ReadyParts,
  files: readonly Attachment[],
): Promise<readonly Attachment[]> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await answered(client, files)
    } catch (error) {
      if (!(error instanceof TaskClientError)) throw error
      if (error.failure.code !== 'unreachable' || tries === readyTries) throw error
      await wait(readyAgainAfterMs)
    }
  }
}
