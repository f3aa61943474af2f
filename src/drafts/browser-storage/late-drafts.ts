import { noChoices } from '../choices/choices.ts'
import type { DraftStore } from '../draft-store.ts'
import { lateValue } from '../late-value.ts'

/** A store whose code is loaded with the first use. While it cannot be loaded, each use fails and the next one retries. */
export function lateDrafts(fetchStore: () => Promise<DraftStore>): DraftStore {
  const store = lateValue(fetchStore)
  return {
    change: async (account, change) => (await store()).change(account, change),
    add: async (account, records) => (await store()).add(account, records),
    watch: async (account, onChange, window) =>
      (await (await store()).watch?.(account, onChange, window)) ?? { tell: () => {}, stop: () => {} },
    ledger: {
      load: async (account) => (await store()).ledger?.load(account) ?? [],
      add: async (account, entry) => (await store()).ledger?.add(account, entry),
      watch: async (account, onChange) =>
        (await (await store()).ledger?.watch?.(account, onChange)) ?? (() => {}),
    },
    choices: {
      change: async (account, change) =>
        (await (await store()).choices?.change(account, change)) ?? change(noChoices),
      forget: async (account) => (await store()).choices?.forget(account),
    },
    presets: {
      change: async (account, change) => (await (await store()).presets?.change(account, change)) ?? [],
    },
  }
}
