import type { AttachmentDraft } from '../../../core/fields/attachments/attachment.ts'
import { doneStep, type UploadQueue } from '../upload-queue.ts'
import { isOnItsWay } from '../upload-state.ts'

/** How long the page keeps the bytes of a file that no draft has: a draft may come back, as by an undo in another window. */
const goneKeptMs = 10 * 60_000

/** A file that no draft has at this moment. */
interface Gone {
  readonly wasOnItsWay: boolean
}

export interface GoneFiles {
  /** Stops the upload of a file that no draft has. Its bytes are kept for a while. */
  readonly letGo: (fileId: string) => void
  readonly welcomeBack: (file: AttachmentDraft) => void
  readonly abandon: () => void
}

export function createGoneFiles(
  queue: UploadQueue,
  wait: (milliseconds: number) => Promise<void>,
): GoneFiles {
  const gone = new Map<string, Gone>()

  async function forgetLater(fileId: string, departure: Gone): Promise<void> {
    await wait(goneKeptMs)
    if (gone.get(fileId) !== departure) return
    gone.delete(fileId)
    queue.forget(fileId)
  }

  return {
    letGo: (fileId) => {
      if (gone.has(fileId)) return
      const live = queue.get(fileId)
      const departure: Gone = { wasOnItsWay: live !== undefined && isOnItsWay(live.step) }
      gone.set(fileId, departure)
      queue.stop(fileId)
      void forgetLater(fileId, departure)
    },
    welcomeBack: ({ id, upload }) => {
      const departure = gone.get(id)
      if (!departure) return
      gone.delete(id)
      const isLost = !upload && queue.get(id)?.step === doneStep
      if (departure.wasOnItsWay || isLost) queue.begin(id)
    },
    abandon: () => gone.clear(),
  }
}
