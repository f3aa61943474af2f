import type { Sealing } from '../../client/attempts/sealing.ts'
import type { TaskClient } from '../../client/task-client.ts'
import type { ChosenFile } from '../../client/uploads/drafts/draft-uploads.ts'
import { isOnItsWay, type FileOnItsWay } from '../../client/uploads/upload-state.ts'
import { discardBy, uploadWay } from '../../client/uploads/upload-way.ts'
import { createUploads } from '../../client/uploads/uploads.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { filesOfDrafts } from '../../widget/form-model/uploads/files-of-drafts.ts'
import { taskSealing } from '../../widget/form-model/uploads/task-sealing.ts'
import type { VirtualClock } from '../seed/virtual-clock.ts'
import type { Wire } from '../servers/wire.ts'

/** The files of the drafts in a window, on their way from the real client to the bucket. */
export interface WindowFiles {
  readonly of: (draftId: string) => readonly FileOnItsWay[]
  /** True if the file has arrived, or may still arrive without the agent's help. */
  readonly isArriving: (draftId: string, fileId: string) => boolean
  readonly add: (draftId: string, files: readonly ChosenFile[]) => void
  readonly remove: (draftId: string, fileId: string) => void
  readonly retry: (draftId: string, fileId: string) => void
  readonly cancel: (draftId: string, fileId: string) => void
  readonly sealing: (draftId: string) => Sealing<TaskRequest>
  /** True while a file is on its way. Then the browser asks before the page is closed. */
  readonly isMoving: () => boolean
  /** A file is being hashed, which takes real time. */
  readonly isBusy: () => boolean
  /** Call this when the agent signs out. */
  readonly abandon: () => void
}

export interface WindowFilesPlace {
  readonly client: Pick<TaskClient, 'send'>
  readonly drafts: DraftsAtHand
  readonly clock: VirtualClock
  readonly put: ReturnType<Wire['putFor']>
}

export function windowFiles({ client, drafts, clock, put }: WindowFilesPlace): WindowFiles {
  const { wait } = clock
  let hashing = 0
  const way = uploadWay(client, async () => undefined)
  const uploads = createUploads({
    files: filesOfDrafts(drafts, clock.nowMs),
    way: {
      ...way,
      hash: async (...hashed) => {
        hashing += 1
        try {
          return await way.hash(...hashed)
        } finally {
          hashing -= 1
        }
      },
      put: async ({ url, headers }, file) => {
        const arrival = await put(url, headers, file)
        if (!arrival) return 'unreachable'
        if (arrival.status < 300) return 'stored'
        return arrival.status < 500 ? 'refused' : 'failed'
      },
    },
    discard: discardBy(client),
    now: clock.nowMs,
    wait,
    random: Math.random,
    newId: () => crypto.randomUUID(),
  })
  const of = (draftId: string) => uploads.of(draftId).getSnapshot()
  return {
    of,
    isArriving: (draftId, fileId) =>
      of(draftId).some((file) => file.id === fileId && (file.state === 'done' || isOnItsWay(file))),
    add: (draftId, files) => uploads.of(draftId).add(files),
    remove: (draftId, fileId) => uploads.of(draftId).remove(fileId),
    retry: (draftId, fileId) => uploads.of(draftId).retry(fileId),
    cancel: (draftId, fileId) => uploads.of(draftId).cancel(fileId),
    sealing: (draftId) => taskSealing(draftId, { client, drafts, uploads, wait }),
    isMoving: uploads.isBusy,
    isBusy: () => hashing > 0,
    abandon: uploads.abandon,
  }
}
