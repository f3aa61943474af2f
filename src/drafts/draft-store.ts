import type { Account } from './account.ts'
import type { ChoiceStore } from './choices/choices.ts'
import type { PresetStore } from './presets.ts'
import type { LedgerStore } from './ledger/ledger-entry.ts'

/**
 * The records of one account, by name. Values are plain data that JSON can hold. Their format belongs to the panel: a store
 * keeps them as they are.
 */
export type DraftRecords = ReadonlyMap<string, unknown>

/**
 * A store in which drafts and sent attempts outlive the page. All windows of an agent share it. Each record belongs to one
 * account, and no other account can read it.
 */
export interface DraftStore {
  /**
   * Reads all records of the account, and writes those that `change` returns, in one step: no other window may write in
   * between. A record that becomes `undefined` is deleted. Resolves when the changes are stored.
   */
  readonly change: (account: Account, change: (records: DraftRecords) => DraftRecords) => Promise<void>
  /** Writes records at once, without reading the store: the page may be gone before a read would end. */
  readonly add: (account: Account, records: DraftRecords) => Promise<void>
  /**
   * Calls back when another window has changed records of the account, or sends records that it could not store. Without it,
   * windows notice changes at their next write. `window` is the id of this window: others may wait for it to close.
   */
  readonly watch?: (
    account: Account,
    onChange: (unstored?: readonly unknown[]) => void,
    window: string,
  ) => Promise<DraftWatch>
  /** The store of the account's results; without it they last as long as the page. */
  readonly ledger?: LedgerStore
  /** The store of recent and favourite destinations; without it they last as long as the page. */
  readonly choices?: ChoiceStore
  /** The store of the agent's own presets; without it the panel offers none. */
  readonly presets?: PresetStore
}

export interface DraftWatch {
  /** Tells the other windows that this one has changed records, or could not store these. */
  readonly tell: (unstored?: readonly unknown[]) => void
  /**
   * Calls back once the window of this id has closed or crashed, or has stopped its own watch. Without it, this is noticed only
   * when an answer is overdue.
   */
  readonly whenGone?: (window: string, onGone: () => void) => void
  readonly stop: () => void
}
