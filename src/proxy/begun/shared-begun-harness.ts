import type { Clock } from '../rates/clock.ts'
import { rememberedForMs } from './begun.ts'
import type { SharedBegun, SharedEntry } from './shared-begun.ts'

/** A store in memory. Each proxy opens it once. */
export function createStoreInMemory({ nowMs }: Clock): { readonly open: () => SharedBegun } {
  const entries = new Map<string, SharedEntry & { readonly by?: symbol; readonly untilMs: number }>()

  function entryAt(key: string) {
    const entry = entries.get(key)
    return entry && entry.untilMs > nowMs() ? entry : undefined
  }

  const set = (key: string, entry: SharedEntry, by?: symbol) =>
    entries.set(key, { ...entry, ...(by ? { by } : {}), untilMs: nowMs() + rememberedForMs })

  return {
    open() {
      const by = Symbol('proxy')
      return {
        async begin(key) {
          const entry = entryAt(key)
          if (!entry) set(key, { state: 'begun' }, by)
          return entry
        },
        read: async (key) => entryAt(key),
        async keep(key, entry) {
          if (entryAt(key)?.state !== 'created') set(key, entry)
        },
        async release(key) {
          const entry = entryAt(key)
          if (entry?.by !== by) return entry
          entries.delete(key)
          return undefined
        },
      }
    },
  }
}
