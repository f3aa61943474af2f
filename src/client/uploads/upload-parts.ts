import type { StoredUpload } from '../../core/fields/attachments/attachment.ts'
import type { UploadFailure, UploadStep } from './upload-state.ts'

/** The facts about a file that requests name. */
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

/** `refused`: the bucket does not accept this URL. `failed`: any other answer of the bucket. */
export type PutEnd = 'stored' | 'refused' | 'failed' | 'unreachable' | 'unreadable'

type OnPart = (part: number) => void

/** The steps of an upload that need a browser or the proxy. Requests to the proxy fail with a {@link TaskClientError}. */
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
  /** Deletes the bytes of a file from the bucket, if there are any. */
  readonly discard: (token: string) => void
}

/** The steps that a file has completed, so that the next try begins where the last one failed. */
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
  /** The present facts: the agent may rename the file until the proxy is asked. */
  readonly facts: () => FileFacts
  readonly track: UploadTrack
}

export type RunEnd = { readonly upload: StoredUpload } | { readonly failure: UploadFailure }

/** The tools of one run of an upload. */
export interface Running {
  readonly signal: AbortSignal
  /** Resolves once the run was stopped. */
  readonly stopped: Promise<undefined>
  readonly show: (step: UploadStep) => void
  /** Asks the proxy, and asks again if waiting helps. Undefined if the run was stopped. */
  readonly asked: <Answer>(ask: () => Promise<Answer>) => Promise<Answer | UploadFailure | undefined>
}

/** The next try asks for another slot. The hash stays. */
export function forgetSlot(track: UploadTrack): void {
  track.slot = undefined
  track.isBegun = false
  track.isStored = false
}

/** The same, and deletes the bytes that the bucket may have under the old slot. */
export function abandonSlot(track: UploadTrack, discard: RunSetting['discard']): void {
  const { slot, isBegun } = track
  forgetSlot(track)
  if (slot && isBegun) discard(slot.upload)
}
