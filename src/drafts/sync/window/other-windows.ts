import type { DraftWatch } from '../../draft-store.ts'
import type { WindowStore } from './window-store.ts'

/** The other windows of the browser with the same account. */
export interface OtherWindows extends Pick<DraftWatch, 'tell'> {
  /** Whether the window of this id is known to have gone. */
  readonly isGone: (window: string) => boolean
  /** From now on, this window notices at once that one of these closes. */
  readonly waitFor: (windows: readonly string[]) => void
  readonly stop: () => void
}

interface Heard {
  /** Another window has changed records, or could not store these. */
  readonly onRecords: (unstored: readonly unknown[]) => void
  /** Another window has stored a result, or changed one. */
  readonly onLedger: () => void
  /** A window that is waited for has gone. */
  readonly onGone: () => void
}

/** If the store cannot watch, this window notices changes of others at its next write. */
export function watchOtherWindows({ store, account, window }: WindowStore, heard: Heard): OtherWindows {
  const waitedFor = new Set([window])
  const gone = new Set<string>()
  const watch = store.watch?.(account, (unstored = []) => heard.onRecords(unstored), window)
  const records = Promise.resolve(watch).catch(() => {})
  const ledger = Promise.resolve(store.ledger?.watch?.(account, heard.onLedger)).catch(() => {})
  return {
    tell: (unstored) => void records.then((others) => others?.tell(unstored)),
    isGone: (other) => gone.has(other),
    waitFor: (windows) => {
      const others = windows.filter((each) => waitedFor.size !== waitedFor.add(each).size)
      for (const other of others) {
        void records.then((all) =>
          all?.whenGone?.(other, () => {
            gone.add(other)
            heard.onGone()
          }),
        )
      }
    },
    stop: () => {
      void records.then((others) => others?.stop())
      void ledger.then((stop) => stop?.())
    },
  }
}
