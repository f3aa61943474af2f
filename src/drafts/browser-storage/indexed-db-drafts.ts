import { createStore, promisifyRequest, type UseStore } from 'idb-keyval'
import type { Account } from '../account.ts'
import { agedRecord } from '../records/aged-records.ts'
import type { DraftRecords, DraftStore } from '../draft-store.ts'
import { indexedDbChoices } from './indexed-db-choices.ts'
import { indexedDbLedger } from './indexed-db-ledger.ts'
import { indexedDbPresets } from './indexed-db-presets.ts'
import { committed } from './indexed-db-records.ts'
import { inTime } from '../in-time.ts'
import { windowsOf, type WindowLocks } from './windows.ts'

/**
 * Drafts and results in this browser, for the pages of this origin. Without `locks`, a window does not notice that another one
 * has crashed.
 */
export function indexedDbDrafts(now: () => number, database = 'tasklink', locks?: WindowLocks): DraftStore {
  // Opened at the first use, and again after a failure: a browser may refuse now and allow later.
  let opened: UseStore | undefined
  let isSwept = false
  const write = (work: (records: IDBObjectStore) => Promise<unknown>) => {
    opened ??= createStore(database, 'drafts')
    return inTime(opened('readwrite', work))
  }
  const step = (range: IDBKeyRange | undefined, change: (stored: readonly Stored[]) => readonly Stored[]) =>
    write((records) => changed(records, range, change))
  return {
    change: async (account, change) => {
      await step(rangeOf(account), (stored) => {
        const changes = change(new Map(stored.map(({ key, value }) => [nameOf(key), value])))
        return changedRecords(account, stored, changes)
      })
      if (isSwept) return
      isSwept = true
      // Deletes old records of other accounts too, because those agents may never use this browser again.
      await step(undefined, (stored) =>
        stored.flatMap(({ key, value }) => {
          const aged = agedRecord(value, now())
          return aged === value ? [] : [{ key, value: aged }]
        }),
      ).catch(() => {})
    },
    add: async ({ issuer, subject }, added) => {
      await write((records) => {
        for (const [name, value] of added) records.put(value, [issuer, subject, name])
        return committed(records.transaction)
      })
    },
    watch: windowsOf(database, locks),
    ledger: indexedDbLedger(now, database),
    choices: indexedDbChoices(now, database),
    presets: indexedDbPresets(now, database),
  }
}

interface Stored {
  readonly key: IDBValidKey
  /** `undefined` where the record is deleted. */
  readonly value: unknown
}

/** Keys begin with their account. Arrays sort after every text, so the range ends after the last record. */
const rangeOf = ({ issuer, subject }: Account) => IDBKeyRange.bound([issuer, subject], [issuer, subject, []])

/** The rest of the key. Until version 3 it had the contact and the draft as two parts. */
const nameOf = (key: IDBValidKey): string => (Array.isArray(key) ? key.slice(2).map(String).join(' ') : '')

const changedRecords = (
  { issuer, subject }: Account,
  stored: readonly Stored[],
  changes: DraftRecords,
): readonly Stored[] => {
  const keys = new Map(stored.map(({ key }) => [nameOf(key), key]))
  return [...changes].map(([name, value]) => ({ key: keys.get(name) ?? [issuer, subject, name], value }))
}

/** Reads and writes in one transaction. The browser runs the transactions of all windows one after the other. */
async function changed(
  records: IDBObjectStore,
  range: IDBKeyRange | undefined,
  change: (stored: readonly Stored[]) => readonly Stored[],
): Promise<void> {
  const [keys, values] = await Promise.all([
    promisifyRequest(records.getAllKeys(range)),
    promisifyRequest<unknown[]>(records.getAll(range)),
  ])
  const stored = keys.map((key, index) => ({ key, value: values[index] }))
  for (const { key, value } of change(stored)) {
    if (value === undefined) records.delete(key)
    else records.put(value, key)
  }
  await committed(records.transaction)
}
