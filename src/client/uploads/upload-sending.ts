import { CodeNotLoadedError } from './late-code.ts'
import {
  abandonSlot,
  type PutEnd,
  type Running,
  type RunSetting,
  type UploadSlot,
  type UploadSubject,
} from './upload-parts.ts'
import type { UploadFailure } from './upload-state.ts'

/** How often a file is sent again after the connection to the bucket broke, and the pause before that. */
const putAgainLimit = 2
const putAgainAfterMs = 2_000

/** Code that could not be loaded counts as a connection failure. */
async function putEnd(end: Promise<PutEnd>): Promise<PutEnd> {
  try {
    return await end
  } catch (error) {
    if (error instanceof CodeNotLoadedError) return 'unreachable'
    throw error
  }
}

export interface Sending extends UploadSubject {
  readonly sha256: string
  /** The progress when the first byte is sent, and when the last one has been sent. */
  readonly from: number
  readonly to: number
}

/** Uploads a file to the bucket. Resolves to undefined if it has arrived or the run was stopped. */
export async function sendFile(
  { blob, facts, track, sha256, from, to }: Sending,
  { way, now, wait, discard }: RunSetting,
  { signal, stopped, show, asked }: Running,
): Promise<UploadFailure | undefined> {
  let isRenewed = false
  let again = 0

  /** The slot of the file. Asks for a new one if there is none or it has expired. */
  async function placed(): Promise<UploadSlot | UploadFailure | undefined> {
    // The upload of a large file may take longer than its URL is valid.
    if (track.slot && track.slot.expiresAt <= now()) abandonSlot(track, discard)
    if (track.slot) return track.slot
    show({ state: 'asking', progress: from })
    const slot = await asked(() => way.begin({ ...facts(), sha256 }))
    if (slot && !signal.aborted && !('reason' in slot)) track.slot = slot
    return slot
  }

  function put(slot: UploadSlot): Promise<PutEnd> {
    show({ state: 'sending', progress: from })
    track.isBegun = true
    const onPart = (part: number) => {
      const progress = from + Math.min(Math.max(part, 0), 1) * (to - from)
      if (!signal.aborted) show({ state: 'sending', progress })
    }
    return putEnd(way.put(slot, blob, onPart, signal))
  }

  /* Each try needs the end of the one before. */
  /* oxlint-disable no-await-in-loop */
  while (!signal.aborted) {
    const slot = await placed()
    if (!slot || signal.aborted) return undefined
    if ('reason' in slot) return slot
    const end = await put(slot)
    if (signal.aborted) return undefined
    if (end === 'stored') {
      track.isStored = true
      return undefined
    }
    if (end === 'unreadable') return { reason: 'unreadable', canRetry: true }
    if (end === 'refused') {
      if (isRenewed) return { reason: 'store', canRetry: true }
      isRenewed = true
      abandonSlot(track, discard)
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
