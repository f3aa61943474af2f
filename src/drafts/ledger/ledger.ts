import { createSnapshotStore, type Snapshots } from '../../core/listeners/snapshot-store.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import type { Account } from '../account.ts'
import type { LedgerEntry, LedgerStore } from './ledger-entry.ts'

/** The recent results of the account that is signed in, the latest first. */
export interface Ledger extends Snapshots<readonly LedgerEntry[]> {
  /**
   * Reads the results of this account. Results noted before the account was known become its own. If policy keeps texts out of
   * the browser, their hash is not stored either.
   */
  readonly open: (account: Account, keeps?: KeptParts) => Promise<void>
  /** A second result with the same contact id replaces the first. */
  readonly note: (entry: LedgerEntry) => void
  /** The store works again: stores the results that it did not take before. */
  readonly keepOwed: () => void
  /** Adds results that another window has stored. */
  readonly learn: (stored: readonly LedgerEntry[]) => void
  /** Another window has stored something: reads it. */
  readonly readAgain: () => Promise<void>
  /** Removes every result from memory, so that the next agent does not see them. The store keeps them. */
  readonly clear: () => void
}

/** Without a store, results stay in memory only. */
export function createLedger(store: LedgerStore | undefined): Ledger {
  const entries = createSnapshotStore<readonly LedgerEntry[]>([])
  let owner: Account | undefined
  let isHashKept = true

  /** The ids of the results that the store did not take. */
  const owed = new Set<string>()

  // A failed write is not announced: the task exists all the same, and the entry stays in memory.
  async function keep(entry: LedgerEntry): Promise<void> {
    const account = owner
    if (!account || !store) return
    const { fingerprint, ...rest } = entry
    owed.delete(entry.contactId)
    const stored = fingerprint && isHashKept ? entry : rest
    const isKept = await attempted(async () => {
      await store.add(account, stored)
      return true
    })
    if (!isKept && owner === account) owed.add(entry.contactId)
  }

  const add = (added: readonly LedgerEntry[]) => {
    const known = new Map(entries.getSnapshot().map((entry) => [entry.contactId, entry]))
    for (const entry of added) known.set(entry.contactId, { ...known.get(entry.contactId), ...entry })
    entries.set([...known.values()].toSorted((one, other) => other.createdAt - one.createdAt))
  }

  async function read(): Promise<void> {
    const account = owner
    const stored = await attempted(async () => account && store?.load(account))
    // Another account may have been opened meanwhile.
    if (stored && owner === account) add(stored)
  }

  return {
    subscribe: entries.subscribe,
    getSnapshot: entries.getSnapshot,
    open: async (account, keeps = 'everything') => {
      owner = account
      isHashKept = keeps === 'everything'
      for (const entry of entries.getSnapshot()) void keep(entry)
      await read()
    },
    note: (entry) => {
      add([entry])
      void keep(entry)
    },
    keepOwed: () => {
      // Stores the entries as they are now, because a result may have a newer state by now.
      for (const entry of entries.getSnapshot()) if (owed.has(entry.contactId)) void keep(entry)
    },
    learn: (stored) => {
      const known = new Set(entries.getSnapshot().map(({ contactId }) => contactId))
      const added = stored.filter(({ contactId }) => !known.has(contactId))
      if (added.length === 0) return
      add(added)
      // The message of the other window says less than the ledger, so the ledger is read.
      void read()
    },
    readAgain: read,
    clear: () => {
      owner = undefined
      owed.clear()
      entries.set([])
    },
  }
}

/** The result, or undefined if the work fails. The store of a host may throw before it returns a promise. */
const attempted = <Result>(work: () => Promise<Result>) => work().catch(() => undefined)
