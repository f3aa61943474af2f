import type { DraftStore } from '../../drafts/draft-store.ts'

/** How the browser treats what a page stores. */
export type StorageMode = 'works' | 'hangs' | 'refuses'

/** The browser's storage as one window sees it. */
export interface GuardedStore {
  readonly store: DraftStore
  /** Reads and writes that are on their way. */
  readonly isBusy: () => boolean
}

const never = new Promise<never>(() => {})

/**
 * Passes every call on while the window is open and the storage works. It uses no method by name, so that it works for every
 * version of the store.
 */
export function guardedStore(
  store: DraftStore,
  isOpen: () => boolean,
  mode: () => StorageMode,
): GuardedStore {
  let calls = 0
  const allowed = async (work: () => unknown): Promise<unknown> => {
    if (!isOpen() || mode() === 'hangs') return never
    if (mode() === 'refuses') throw new DOMException('The storage is refused.', 'InvalidStateError')
    calls += 1
    try {
      return await work()
    } finally {
      calls -= 1
    }
  }
  const guarded = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get(target, member) {
        const value: unknown = Reflect.get(target, member)
        if (typeof value === 'object' && value !== null) return guarded(value)
        if (typeof value !== 'function') return value
        return (...values: readonly unknown[]) => allowed(() => Reflect.apply(value, target, values))
      },
    })
  return { store: guarded(store), isBusy: () => calls > 0 }
}
