import { createDraftStores } from './drafts/draft-stores.ts'
import { draftUploads, type ChosenFile, type DraftUploads } from './drafts/draft-uploads.ts'
import type { FilesOfDrafts } from './drafts/files-of-drafts.ts'
import { createGoneFiles } from './drafts/gone-files.ts'
import { createRemovedFiles } from './drafts/removed-files.ts'
import type { RunSetting } from './upload-parts.ts'
import { createUploadQueue } from './upload-queue.ts'
import { isOnItsWay, type UploadFailure } from './upload-state.ts'

export interface UploadsOptions extends Omit<RunSetting, 'discard'> {
  readonly files: FilesOfDrafts
  /** Deletes the bytes of a file from the bucket. It may fail: the bucket deletes leftovers after a day. */
  readonly discard: (token: string) => Promise<unknown>
  readonly newId: () => string
}

/** The uploads of all drafts of a page. They continue while the agent works on another draft. */
export interface Uploads {
  readonly of: (draftId: string) => DraftUploads
  /** True while a file of any draft is being uploaded. Closing the page would lose it. */
  readonly isBusy: () => boolean
  /** Call this when the network is back: uploads that failed only because of the network start again. */
  readonly resume: () => void
  /** Call this when the agent signs out. */
  readonly abandon: () => void
}

/** True if the upload failed because the bucket or the proxy could not be reached. */
const isCutOff = (failure: UploadFailure | undefined): boolean =>
  failure?.reason === 'unreachable' || (failure?.reason === 'proxy' && failure.failure.code === 'unreachable')

export function createUploads(options: UploadsOptions): Uploads {
  const { files, newId, now, wait } = options
  const drafts = new Map<string, DraftUploads>()
  /** Files that are about to get into their draft. */
  let arrivals: ReadonlySet<string> = new Set()
  const discard = (token: string) => void options.discard(token).catch(() => {})
  const queue = createUploadQueue({
    ...options,
    factsOf: files.find,
    discard,
    onStep: () => stores.refresh(),
    onFinished: (fileId, upload) => {
      // Store the upload in its own draft, even if the agent sees another draft.
      files.changeFile(fileId, (file) => ({ ...file, upload }))
      stores.refresh()
    },
  })
  const stores = createDraftStores({ files, queue, now, wait })
  const removed = createRemovedFiles({ files, queue, discard })
  const gone = createGoneFiles(queue, wait)

  function tidy(): void {
    removed.forget((draftId) => files.of(draftId) === undefined)
    for (const id of queue.ids()) {
      const file = files.find(id)
      if (file) gone.welcomeBack(file)
      else if (!arrivals.has(id) && !removed.has(id)) gone.letGo(id)
    }
  }

  function add(draftId: string, chosen: readonly ChosenFile[]): void {
    const added = chosen.map((blob) => ({ id: newId(), blob }))
    arrivals = new Set([...arrivals, ...added.map(({ id }) => id)])
    for (const { id, blob } of added) queue.add(id, blob)
    files.changeList(draftId, (before) => [
      ...before,
      ...added.map(({ id, blob: { name, size: bytes, type } }) => ({ id, name, bytes, type })),
    ])
    arrivals = new Set()
    for (const { id } of added) queue.begin(id)
  }

  files.subscribe(() => {
    tidy()
    stores.refresh()
  })

  return {
    of: (draftId) => {
      const known = drafts.get(draftId)
      if (known) return known
      for (const id of stores.dropGone()) drafts.delete(id)
      const uploads = draftUploads(draftId, stores.open(draftId), { files, queue, removed, add })
      drafts.set(draftId, uploads)
      return uploads
    },
    isBusy: () =>
      queue.ids().some((id) => {
        const live = queue.get(id)
        return live !== undefined && isOnItsWay(live.step)
      }),
    resume: () => {
      for (const id of queue.ids()) {
        if (files.find(id) && isCutOff(queue.get(id)?.step.failure)) queue.begin(id)
      }
    },
    abandon: () => {
      removed.abandon()
      gone.abandon()
      queue.abandon()
    },
  }
}
