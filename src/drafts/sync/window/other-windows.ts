import type { DraftWatch } from '../../draft-store.ts'
import type { WindowStore } from './window-store.ts'

/** The other windows of the browser with the same account. */
export interface OtherWindows extends Pick<DraftWatch, 'tell'> {
  readonly stop: () => void
}

interface Heard {
  /** Another window has changed records, or could not store these. */
  readonly onRecords: (unstored: readonly unknown[]) => void
  /** Another window has stored a result, or changed one. */
  readonly onLedger: () => void
}

/** If the store cannot watch, this window notices changes of others at its next write. */
export function watchOtherWindows({ store, account }: WindowStore, heard: Heard): OtherWindows {
  const records = Promise.resolve(store.watch?.(account, (unstored = []) => heard.onRecords(unstored))).catch(
    () => {},
  )
  const ledger = Promise.resolve(store.ledger?.watch?.(account, heard.onLedger)).catch(() => {})
  return {
    tell: (unstored) => void records.then((others) => others?.tell(unstored)),
    stop: () => {
      void records.then((others) => others?.stop())
      void ledger.then((stop) => stop?.())
    },
  }
}
