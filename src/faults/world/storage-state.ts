import { storageLimitMs } from '../../drafts/in-time.ts'
import { saveAfterMs } from '../../drafts/at-hand/saving.ts'
import { storeAgainAfterMs } from '../../drafts/sync/window/store-reading.ts'
import type { VirtualClock } from '../seed/virtual-clock.ts'
import type { StorageMode } from '../window/browser-storage.ts'

export interface Times {
  readonly fromMs: number
  /** Absent while the failure continues. */
  readonly toMs?: number
}

/** This long after the storage works again, the panel has noticed it and has stored what it could not store before. */
export const storeTriedWithinMs = storageLimitMs + storeAgainAfterMs

/** Whether the storage of the browser works. */
export interface StorageState {
  readonly setStorage: (mode: StorageMode) => void
  readonly storage: () => StorageMode
  /**
   * When the storage last failed, and when it worked again. Text typed after `typedFromMs` was not stored before the failure.
   */
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
      // Two failures shortly after each other count as one: the panel may not have tried again between them.
      const isOne = failure && (failure.toMs ?? nowMs) >= clock.awakeAgoMs(storeTriedWithinMs)
      failure = {
        fromMs: isOne && failure ? failure.fromMs : nowMs,
        // Awake time only: the panel's timers do not run while the computer sleeps.
        typedFromMs: isOne && failure ? failure.typedFromMs : clock.awakeAgoMs(saveAfterMs),
        ...(mode === 'works' ? { toMs: nowMs } : {}),
      }
    },
    storage: () => storage,
    storageFailure: () => failure,
  }
}
