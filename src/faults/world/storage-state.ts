import { storageLimitMs } from '../../drafts/in-time.ts'
import { saveAfterMs } from '../../drafts/at-hand/saving.ts'
import { storeAgainAfterMs } from '../../drafts/sync/window/store-reading.ts'
import type { VirtualClock } from '../seed/virtual-clock.ts'
import type { StorageMode } from '../window/browser-storage.ts'

export interface Times {
  readonly fromMs: number
  /** Absent while it goes on. */
  readonly toMs?: number
}

/** So long after the storage works again the panel has noticed, and has stored what it could not store. */
export const storeTriedWithinMs = storageLimitMs + storeAgainAfterMs

/** Whether the storage of the browser works. */
export interface StorageState {
  readonly setStorage: (mode: StorageMode) => void
  readonly storage: () => StorageMode
  /** When the storage failed last, and when it worked again. What was typed from `typedFromMs` on was not stored before it. */
  readonly storageFailure: () => (Times & { readonly typedFromMs: number }) | undefined
}

export function createStorageState(clock: VirtualClock): StorageState {
  let storage: StorageMode = 'works'
  let failure: ReturnType<StorageState['storageFailure']>
  return {
    setStorage: (mode) => {
      if (mode === storage) return
      storage = mode
      const nowMs = clock.nowMs()
      // Two failures in a row are one: between them the panel may not have tried again.
      const isOne = failure && (failure.toMs ?? nowMs) >= clock.awakeAgoMs(storeTriedWithinMs)
      failure = {
        fromMs: isOne && failure ? failure.fromMs : nowMs,
        // The timers of the panel stand still in a night.
        typedFromMs: isOne && failure ? failure.typedFromMs : clock.awakeAgoMs(saveAfterMs),
        ...(mode === 'works' ? { toMs: nowMs } : {}),
      }
    },
    storage: () => storage,
    storageFailure: () => failure,
  }
}
