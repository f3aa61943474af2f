import type { DraftStore } from './draft-store.ts'

/** A store whose code is fetched when drafts are first read or written; where it cannot be had, so cannot they. */
export function lateDrafts(fetchStore: () => Promise<DraftStore>): DraftStore {
  let fetched: Promise<DraftStore> | undefined
  const store = () => {
    fetched ??= fetchStore().catch((cause: unknown) => {
      // It may be there the next time.
      fetched = undefined
      throw cause
    })
    return fetched
  }
  return {
    load: async (account) => (await store()).load(account),
    save: async (account, draft) => (await store()).save(account, draft),
    forget: async (account, draft) => (await store()).forget(account, draft),
  }
}
