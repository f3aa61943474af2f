import type { DraftStore } from './draft-store.ts'

/** A store whose code is loaded with the first use. While it cannot be loaded, each use fails and the next one retries. */
export function lateDrafts(fetchStore: () => Promise<DraftStore>): DraftStore {
  let fetched: Promise<DraftStore> | undefined
  const store = () => {
    fetched ??= fetchStore().catch((cause: unknown) => {
      fetched = undefined
      throw cause
    })
    return fetched
  }
  return {
    load: async (account) => (await store()).load(account),
    save: async (account, draft) => (await store()).save(account, draft),
    forget: async (account, draft) => (await store()).forget(account, draft),
    ledger: {
      load: async (account) => (await store()).ledger?.load(account) ?? [],
      add: async (account, entry) => (await store()).ledger?.add(account, entry),
    },
  }
}
