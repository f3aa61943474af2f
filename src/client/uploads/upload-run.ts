import type { StoredUpload } from '../../core/fields/attachments/attachment.ts'
import { freshPatience, pauseAfter } from '../attempts/patience.ts'
import { TaskClientError, type ClientFailure } from '../task-client-error.ts'
import { CodeNotLoadedError } from './late-code.ts'
import type { UploadFailure, UploadStep } from './upload-state.ts'

/** What is asked about a file. */
export interface FileFacts {
  readonly name: string
  readonly bytes: number
  readonly type: string
}

export interface HashedFile extends FileFacts {
  /** Base64. */
  readonly sha256: string
}

/** A place in the bucket for exactly one file. */
export interface UploadSlot {
  readonly upload: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** In milliseconds since the epoch. */
  readonly expiresAt: number
}

/** `refused`: the bucket takes this URL no longer, or never took it. `failed`: any other answer of the bucket. */
export type PutEnd = 'stored' | 'refused' | 'failed' | 'unreachable' | 'unreadable'

type OnPart = (part: number) => void

/** The parts of the way that need a browser or the proxy. Those that ask the proxy fail with a {@link TaskClientError}. */
export interface UploadWay {
  readonly judge: (file: FileFacts) => Promise<UploadFailure | undefined>
  /** Fails if the file cannot be read, and with a {@link CodeNotLoadedError} if the code for it could not be loaded. */
  readonly hash: (file: Blob, onPart: OnPart, signal: AbortSignal) => Promise<string>
  readonly begin: (file: HashedFile) => Promise<UploadSlot>
  readonly put: (slot: UploadSlot, file: Blob, onPart: OnPart, signal: AbortSignal) => Promise<PutEnd>
  readonly complete: (slot: UploadSlot) => Promise<StoredUpload>
}

export interface RunSetting {
  readonly way: UploadWay
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
  readonly random: () => number
}

/** What a file has behind it, so that another try begins where the last one failed. */
export interface UploadTrack {
  sha256?: string
  slot?: UploadSlot | undefined
  /** Bytes may be in the bucket under the slot. */
  isBegun?: boolean
  /** The bucket has said that it has the file. */
  isStored?: boolean
}

export interface UploadSubject {
  readonly blob: Blob
  /** As they are now: the agent may rename the file until the proxy is asked. */
  readonly facts: () => FileFacts
  readonly track: UploadTrack
}

export type RunEnd = { readonly upload: StoredUpload } | { readonly failure: UploadFailure }

/** The parts of the whole way, by which one bar shows it. */
const hashedPart = 0.1
const sentPart = 0.95

/** How often a file is sent again after the connection to the bucket broke, and after how long. */
const putAgainLimit = 2
const putAgainAfterMs = 2_000

const refusals: ReadonlySet<string> = new Set(['upload-refused', 'invalid'])

/** The file is not in the bucket, or not as it was announced. Sending it once more may help. */
const mendable: ReadonlySet<string> = new Set(['file-not-uploaded', 'file-expired', 'file-refused'])

const ofProxy = (failure: ClientFailure): UploadFailure =>
  refusals.has(failure.code)
    ? { reason: 'refused', failure, canRetry: failure.issues.some(({ code }) => mendable.has(code)) }
    : { reason: 'proxy', failure, canRetry: true }

const isNotLoaded = (error: unknown) => error instanceof CodeNotLoadedError

/** Code that could not be loaded is a matter of the connection, as it is with the bucket. */
async function putEnd(end: Promise<PutEnd>): Promise<PutEnd> {
  try {
    return await end
  } catch (error) {
    if (isNotLoaded(error)) return 'unreachable'
    throw error
  }
}

/** Takes one file the whole way. Resolves to undefined once it was stopped. */
export async function runUpload(
  { blob: file, facts, track }: UploadSubject,
  { way, now, wait, random }: RunSetting,
  signal: AbortSignal,
  show: (step: UploadStep) => void,
): Promise<RunEnd | undefined> {
  const stopped = new Promise<undefined>((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true })
  })
  const showPart = (state: 'hashing' | 'sending', from: number, to: number) => (part: number) => {
    if (!signal.aborted) show({ state, progress: from + Math.min(Math.max(part, 0), 1) * (to - from) })
  }

  /** Asks the proxy, and asks again where waiting helps. */
  async function asked<Answer>(ask: () => Promise<Answer>): Promise<Answer | UploadFailure | undefined> {
    let patience = freshPatience
    /* One request after the other. */
    /* oxlint-disable no-await-in-loop */
    while (!signal.aborted) {
      try {
        return await Promise.race([ask(), stopped])
      } catch (error) {
        if (!(error instanceof TaskClientError)) throw error
        const pause = pauseAfter(error.failure, patience, random)
        if (!pause) return ofProxy(error.failure)
        ;({ patience } = pause)
        await Promise.race([wait(pause.seconds * 1_000), stopped])
      }
    }
    /* oxlint-enable no-await-in-loop */
    return undefined
  }

  /** Undefined once the bucket has the file, or the run was stopped. */
  async function sent(sha256: string): Promise<UploadFailure | undefined> {
    let isRenewed = false
    let again = 0
    /* Each try needs the end of the one before. */
    /* oxlint-disable no-await-in-loop */
    while (!signal.aborted) {
      // A large file may have been on its way for longer than a URL may be used.
      if (track.slot && track.slot.expiresAt <= now()) forgetSlot(track)
      if (!track.slot) {
        show({ state: 'asking', progress: hashedPart })
        const slot = await asked(() => way.begin({ ...facts(), sha256 }))
        if (!slot || signal.aborted) return undefined
        if ('reason' in slot) return slot
        track.slot = slot
      }
      show({ state: 'sending', progress: hashedPart })
      track.isBegun = true
      const end = await putEnd(way.put(track.slot, file, showPart('sending', hashedPart, sentPart), signal))
      if (signal.aborted) return undefined
      if (end === 'stored') {
        track.isStored = true
        return undefined
      }
      if (end === 'unreadable') return { reason: 'unreadable', canRetry: true }
      if (end === 'refused') {
        if (isRenewed) return { reason: 'store', canRetry: true }
        isRenewed = true
        forgetSlot(track)
      } else {
        if (again === putAgainLimit)
          return { reason: end === 'failed' ? 'store' : 'unreachable', canRetry: true }
        again += 1
        await Promise.race([wait(putAgainAfterMs), stopped])
      }
    }
    /* oxlint-enable no-await-in-loop */
    return undefined
  }

  show({ state: 'checking', progress: 0 })
  const refused = await Promise.race([way.judge(facts()), stopped])
  if (signal.aborted) return undefined
  if (refused) return { failure: refused }
  if (track.sha256 === undefined) {
    show({ state: 'hashing', progress: 0 })
    try {
      const sha256 = await way.hash(file, showPart('hashing', 0, hashedPart), signal)
      if (signal.aborted) return undefined
      track.sha256 = sha256
    } catch (error) {
      if (signal.aborted) return undefined
      return { failure: { reason: isNotLoaded(error) ? 'unreachable' : 'unreadable', canRetry: true } }
    }
  }
  if (!track.isStored) {
    const failure = await sent(track.sha256)
    if (failure) return { failure }
  }
  const { slot } = track
  if (signal.aborted || !slot) return undefined
  show({ state: 'completing', progress: sentPart })
  const upload = await asked(() => way.complete(slot))
  if (!upload || signal.aborted) return undefined
  if (!('reason' in upload)) return { upload }
  // The proxy has deleted it.
  if (upload.reason === 'refused') forgetSlot(track)
  return { failure: upload }
}

/** The next try begins with another place. What was hashed stays. */
export function forgetSlot(track: UploadTrack): void {
  track.slot = undefined
  track.isBegun = false
  track.isStored = false
}
