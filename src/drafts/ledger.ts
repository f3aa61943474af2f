import { createSnapshotStore, type Snapshots } from '../core/snapshot-store.ts'
import type { Account } from './account.ts'
import type { LedgerEntry, LedgerStore } from './ledger-entry.ts'

/** The recent results of the account that is signed in, the latest first. */
export interface Ledger extends Snapshots<readonly LedgerEntry[]> {
  /** Reads the results of this account. Results noted before the account was known become its own. */
  readonly open: (account: Account) => Promise<void>
  /** A second result with the same contact id replaces the first. */
  readonly note: (entry: LedgerEntry) => void
  /** Adds results that another window has stored. */
  readonly learn: (stored: readonly LedgerEntry[]) => void
  /** Removes every result from memory, so that the next agent does not see them. The store keeps them. */
  readonly clear: () => void
}

/** Without a store, results stay in memory only. */
export function createLedger(store: LedgerStore | undefined): Ledger {
  const entries = createSnapshotStore<readonly LedgerEntry[]>([])
  let owner: Account | undefined

  // A failed write is not announced: the task exists all the same, and the entry stays in memory.
  const keep = (entry: LedgerEntry) => attempted(async () => owner && store?.add(owner, entry))

  return {
    subscribe: entries.subscribe,
    getSnapshot: entries.getSnapshot,
    open: async (account) => {
      owner = account
      for (const entry of entries.getSnapshot()) void keep(entry)
      const stored = await attempted(async () => store?.load(account))
      // Another account may have been opened meanwhile.
      if (!stored || owner !== account) return
      const noted = entries.getSnapshot()
      const isNoted = (entry: LedgerEntry) => noted.some(({ contactId }) => contactId === entry.contactId)
      entries.set([...noted, ...stored.filter((entry) => !isNoted(entry))])
    },
    note: (entry) => {
      const noted = entries.getSnapshot()
      const isKnown = noted.some(({ contactId }) => contactId === entry.contactId)
      entries.set(
        isKnown
          ? noted.map((each) => (each.contactId === entry.contactId ? entry : each))
          : [entry, ...noted],
      )
      void keep(entry)
    },
    learn: (stored) => {
      const noted = entries.getSnapshot()
      const added = stored.filter((entry) => !noted.some(({ contactId }) => contactId === entry.contactId))
      if (added.length > 0)
        entries.set([...noted, ...added].toSorted((one, other) => other.createdAt - one.createdAt))
    },
    clear: () => {
      owner = undefined
      entries.set([])
    },
  }
}

/** The result, or undefined if the work fails. The store of a host may throw before it returns a promise. */
const attempted = <Result>(work: () => Promise<Result>) => work().catch(() => undefined)
