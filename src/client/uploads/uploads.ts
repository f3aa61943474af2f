import {
  createSnapshotStore,
  type SnapshotStore,
  type Snapshots,
} from '../../core/listeners/snapshot-store.ts'
import type { AttachmentDraft } from '../../core/fields/attachments/attachment.ts'
import { createUploadQueue, doneStep, type UploadQueue } from './upload-queue.ts'
import type { RunSetting } from './upload-run.ts'
import { isCutOff, isOnItsWay, type FileOnItsWay, type UploadStep } from './upload-state.ts'

/** The files of all drafts, as the desk has them. */
export interface FilesOfDrafts {
  readonly subscribe: (onChange: () => void) => () => void
  /** Undefined once there is no such draft any more. */
  readonly of: (draftId: string) => readonly AttachmentDraft[] | undefined
  /** The file in any draft, or in one that can still be brought back. */
  readonly find: (fileId: string) => AttachmentDraft | undefined
  readonly changeList: (
    draftId: string,
    change: (files: readonly AttachmentDraft[]) => readonly AttachmentDraft[],
  ) => void
  /** Changes the file in every draft that has it. */
  readonly changeFile: (fileId: string, change: (file: AttachmentDraft) => AttachmentDraft) => void
}

export interface UploadsOptions extends RunSetting {
  readonly files: FilesOfDrafts
  /** Deletes what the bucket has of a file. It may fail: the bucket deletes what is left after a day. */
  readonly discard: (token: string) => Promise<unknown>
  readonly newId: () => string
}

export interface ChosenFile extends Blob {
  readonly name: string
}

/** The files of one draft. */
export interface DraftUploads extends Snapshots<readonly FileOnItsWay[]> {
  /** Adds files. Each begins its way at once, or after those before it. */
  readonly add: (files: readonly ChosenFile[]) => void
  /** Begins again with a file that has failed or was cancelled, as far as its failure allows. */
  readonly retry: (fileId: string) => void
  /** Stops a file on its way. It stays in the list. */
  readonly cancel: (fileId: string) => void
  /** Takes a file out of the draft, and stops it. */
  readonly remove: (fileId: string) => void
  /** Puts a removed file back to its place. One that was stopped by that begins again. */
  readonly undoRemove: (fileId: string) => void
  /** The agent can undo removals no more: the bucket need not keep these files. */
  readonly forgetRemoved: () => void
  /** Does nothing once the proxy was asked for a place, because the name belongs to it. */
  readonly rename: (fileId: string, name: string) => void
  /** Resolves when no file of the draft can arrive without the agent any more, or when the signal is given. */
  readonly rest: (signal: AbortSignal) => Promise<void>
}

/** The files of all drafts of a page. They go on while the agent works on another draft. */
export interface Uploads {
  readonly of: (draftId: string) => DraftUploads
  /** A file of any draft is on its way: it would be lost with the page. */
  readonly isBusy: () => boolean
  /** The network is back: files that have failed only for want of it begin again. */
  readonly resume: () => void
  /** The agent has signed out. */
  readonly abandon: () => void
}

/** How long the page keeps the bytes of a file that no draft has: a draft may come back, as by an undo in another window. */
const goneKeptMs = 10 * 60_000

/** A file that no draft has at this moment. */
interface Gone {
  readonly wasOnItsWay: boolean
}

interface Removal {
  readonly draftId: string
  readonly file: AttachmentDraft
  readonly index: number
  readonly wasStopped: boolean
}

const failed = (reason: 'missing' | 'expired'): UploadStep => ({
  state: 'failed',
  progress: 0,
  failure: { reason, canRetry: false },
})
const missing = failed('missing')
const expired = failed('expired')
const expiredHere: UploadStep = {
  state: 'failed',
  progress: 0,
  failure: { reason: 'expired', canRetry: true },
}

const shownMembers = ['id', 'name', 'state', 'progress', 'failure', 'canRename', 'blob'] as const

const sameFiles = (one: readonly FileOnItsWay[], other: readonly FileOnItsWay[]): boolean =>
  one.length === other.length &&
  one.every((file, index) => shownMembers.every((member) => file[member] === other[index]?.[member]))

/** A file of a draft as it is now: what the page knows of it comes before what the draft keeps. */
function shownFile(file: AttachmentDraft, queue: UploadQueue, now: number): FileOnItsWay {
  const { id, name, bytes, type, upload } = file
  const live = queue.get(id)
  const canRename = live !== undefined && !upload && !live.hasPlace && live.step.state !== 'asking'
  return { id, name, bytes, type, ...step(), canRename, ...(live ? { blob: live.blob } : {}) }

  function step(): UploadStep {
    if (live && live.step !== doneStep) return live.step
    if (!upload) return missing
    if (upload.expiresAt > now) return doneStep
    return live ? expiredHere : expired
  }
}

/** Browsers end a longer wait than 24.8 days at once, and a stored draft may have any time. */
const longestWaitMs = 86_400_000

const withoutUpload = ({ upload: _gone, ...file }: AttachmentDraft): AttachmentDraft => file

export function createUploads(options: UploadsOptions): Uploads {
  const { files, newId, now, wait } = options
  const stores = new Map<string, SnapshotStore<readonly FileOnItsWay[]>>()
  const drafts = new Map<string, DraftUploads>()
  let removals: readonly Removal[] = []
  /** Files that are about to get into their draft. */
  let arrivals: ReadonlySet<string> = new Set()
  const gone = new Map<string, Gone>()
  let nextExpiry = Infinity
  const discard = (token: string) => void options.discard(token).catch(() => {})
  const queue = createUploadQueue({
    ...options,
    factsOf: files.find,
    discard,
    onStep: refresh,
    onFinished: (fileId, upload) => {
      // Into the draft, whether the agent sees that one or another.
      files.changeFile(fileId, (file) => ({ ...file, upload }))
      refresh()
    },
  })

  function refresh(): void {
    for (const [draftId, store] of stores) {
      const own = files.of(draftId) ?? []
      store.set(own.map((file) => shownFile(file, queue, now())))
      watchExpiry(own)
    }
  }

  /** A panel is open for a whole shift, in which many drafts come and go. */
  function forgetGone(): void {
    for (const [draftId, store] of stores) {
      if (files.of(draftId)) continue
      store.set([])
      stores.delete(draftId)
      drafts.delete(draftId)
    }
  }

  async function refreshAfter(milliseconds: number): Promise<void> {
    await wait(milliseconds)
    nextExpiry = Infinity
    refresh()
  }

  function watchExpiry(own: readonly AttachmentDraft[]): void {
    const times = own.flatMap(({ upload }) => upload?.expiresAt ?? [])
    const next = Math.min(...times.filter((time) => time > now()))
    if (next >= nextExpiry) return
    nextExpiry = next
    void refreshAfter(Math.min(next - now(), longestWaitMs))
  }

  /** A copy of a draft may still want a file that was taken out of another. */
  const isWanted = (fileId: string) => files.find(fileId) !== undefined

  function tidy(): void {
    forgetRemoved(({ draftId }) => files.of(draftId) === undefined)
    for (const id of queue.ids()) {
      const file = files.find(id)
      if (file) welcomeBack(file)
      else if (!arrivals.has(id) && !removals.some((removal) => removal.file.id === id)) letGo(id)
    }
  }

  /** Nothing goes on for a file that no draft has. Its bytes stay for a while. */
  function letGo(fileId: string): void {
    if (gone.has(fileId)) return
    const live = queue.get(fileId)
    const departure: Gone = { wasOnItsWay: live !== undefined && isOnItsWay(live.step) }
    gone.set(fileId, departure)
    queue.stop(fileId)
    void forgetAfter(goneKeptMs)

    async function forgetAfter(milliseconds: number): Promise<void> {
      await wait(milliseconds)
      if (gone.get(fileId) !== departure) return
      gone.delete(fileId)
      queue.forget(fileId)
    }
  }

  function welcomeBack({ id, upload }: AttachmentDraft): void {
    const departure = gone.get(id)
    if (!departure) return
    gone.delete(id)
    const isLost = !upload && queue.get(id)?.step === doneStep
    if (departure.wasOnItsWay || isLost) queue.begin(id)
  }

  function remove(draftId: string, fileId: string): void {
    const own = files.of(draftId) ?? []
    const index = own.findIndex(({ id }) => id === fileId)
    const file = own[index]
    if (!file) return
    const live = queue.get(fileId)
    const isMoving = live !== undefined && isOnItsWay(live.step)
    const removal = { draftId, file, index, wasStopped: false }
    removals = [...removals, removal]
    files.changeList(draftId, (before) => before.filter(({ id }) => id !== fileId))
    if (!isMoving || isWanted(fileId)) return
    removals = removals.map((each) => (each === removal ? { ...each, wasStopped: true } : each))
    queue.stop(fileId)
  }

  function undoRemove(draftId: string, fileId: string): void {
    const removal = removals.findLast((each) => each.draftId === draftId && each.file.id === fileId)
    if (!removal) return
    removals = removals.filter((each) => each !== removal)
    // It may have arrived meanwhile, for a copy of the draft.
    const file = files.find(fileId) ?? removal.file
    files.changeList(draftId, (before) => before.toSpliced(removal.index, 0, file))
    if (removal.wasStopped) queue.begin(fileId)
    refresh()
  }

  function forgetRemoved(isOver: (removal: Removal) => boolean): void {
    const over = removals.filter(isOver)
    removals = removals.filter((removal) => !over.includes(removal))
    for (const { file } of over) {
      // A task that was given the file has a copy of its own in the bucket.
      if (file.upload && !isWanted(file.id)) discard(file.upload.token)
    }
  }

  const draftUploads = (draftId: string, store: SnapshotStore<readonly FileOnItsWay[]>): DraftUploads => {
    const find = (fileId: string) => store.getSnapshot().find(({ id }) => id === fileId)
    return {
      subscribe: store.subscribe,
      getSnapshot: store.getSnapshot,
      add: (chosen) => {
        const added = chosen.map((blob) => ({ id: newId(), blob }))
        arrivals = new Set([...arrivals, ...added.map(({ id }) => id)])
        for (const { id, blob } of added) queue.add(id, blob)
        files.changeList(draftId, (before) => [
          ...before,
          ...added.map(({ id, blob: { name, size: bytes, type } }) => ({ id, name, bytes, type })),
        ])
        arrivals = new Set()
        for (const { id } of added) queue.begin(id)
      },
      retry: (fileId) => {
        const { state } = find(fileId) ?? {}
        if (state !== 'failed' && state !== 'cancelled') return
        if (!queue.get(fileId)) return
        files.changeFile(fileId, withoutUpload)
        queue.begin(fileId)
      },
      cancel: (fileId) => {
        const file = find(fileId)
        if (file && isOnItsWay(file)) queue.stop(fileId)
      },
      remove: (fileId) => remove(draftId, fileId),
      undoRemove: (fileId) => undoRemove(draftId, fileId),
      forgetRemoved: () => forgetRemoved((removal) => removal.draftId === draftId),
      rename: (fileId, name) => {
        const file = find(fileId)
        if (!file?.canRename) return
        files.changeFile(fileId, (each) => ({ ...each, name }))
        // The rules have judged another name, unless it still waits for that.
        if (file.state !== 'cancelled' && file.state !== 'waiting') queue.begin(fileId)
      },
      rest: (signal) => untilRest(store, signal),
    }
  }

  files.subscribe(() => {
    tidy()
    refresh()
  })

  return {
    of: (draftId) => {
      const known = drafts.get(draftId)
      if (known) return known
      forgetGone()
      const own = files.of(draftId) ?? []
      const first: readonly FileOnItsWay[] = own.map((file) => shownFile(file, queue, now()))
      const store = createSnapshotStore(first, sameFiles)
      const uploads = draftUploads(draftId, store)
      stores.set(draftId, store)
      drafts.set(draftId, uploads)
      watchExpiry(own)
      return uploads
    },
    isBusy: () =>
      queue.ids().some((id) => {
        const live = queue.get(id)
        return live !== undefined && isOnItsWay(live.step)
      }),
    resume: () => {
      for (const id of queue.ids()) {
        if (isWanted(id) && isCutOff(queue.get(id)?.step.failure)) queue.begin(id)
      }
    },
    abandon: () => {
      removals = []
      gone.clear()
      queue.abandon()
    },
  }
}

async function untilRest(
  { subscribe, getSnapshot }: Snapshots<readonly FileOnItsWay[]>,
  signal: AbortSignal,
): Promise<void> {
  const isOver = () => signal.aborted || !getSnapshot().some(isOnItsWay)
  if (isOver()) return
  await new Promise<void>((resolve) => {
    const look = () => {
      if (!isOver()) return
      stop()
      signal.removeEventListener('abort', look)
      resolve()
    }
    const stop = subscribe(look)
    signal.addEventListener('abort', look)
  })
}
