import { createStore, promisifyRequest, type UseStore } from 'idb-keyval'
import type { Account } from '../account.ts'
import { inTime } from '../in-time.ts'

export interface StoredRecord {
  readonly key: IDBValidKey
  readonly value: unknown
}

/** One object store of IndexedDB, with the records of all accounts. Each call fails if the browser does not answer in time. */
export interface Records {
  readonly readAll: () => Promise<readonly StoredRecord[]>
  readonly put: (key: IDBValidKey, value: unknown) => Promise<unknown>
  /** Reads and writes in one step: no other window writes in between. */
  readonly update: (key: IDBValidKey, change: (value: unknown) => unknown) => Promise<unknown>
  readonly remove: (key: IDBValidKey) => Promise<unknown>
}

export function openRecords(database: string, name: string): Records {
  // Opened at the first use, and again after a failure: a browser may refuse now and allow later.
  let opened: UseStore | undefined
  const store: UseStore = (mode, use) => {
    opened ??= createStore(database, name)
    return inTime(opened(mode, use))
  }
  return {
    readAll: async () => {
      const [keys, values] = await store('readonly', (records) =>
        Promise.all([promisifyRequest(records.getAllKeys()), promisifyRequest<unknown[]>(records.getAll())]),
      )
      return keys.map((key, index) => ({ key, value: values[index] }))
    },
    put: (key, value) =>
      store('readwrite', (records) => {
        records.put(value, key)
        return committed(records.transaction)
      }),
    update: (key, change) =>
      store('readwrite', async (records) => {
        records.put(change(await promisifyRequest<unknown>(records.get(key))), key)
        return committed(records.transaction)
      }),
    remove: (key) =>
      store('readwrite', (records) => {
        records.delete(key)
        return committed(records.transaction)
      }),
  }
}

/** Keys of records begin with their account. */
export const isKeyOf = ({ issuer, subject }: Account, key: IDBValidKey): boolean =>
  Array.isArray(key) && key[0] === issuer && key[1] === subject

/** Commits at once: the browser drops open transactions when the page goes. */
export function committed(transaction: IDBTransaction): Promise<unknown> {
  transaction.commit()
  return promisifyRequest(transaction)
}
