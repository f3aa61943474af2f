import { LRUCache } from 'lru-cache'
import { ProblemError } from '../../problem-error.ts'

export interface CachedListOptions<Items extends {}> {
  readonly load: () => Promise<Items>
  readonly maxAgeMs: number
  readonly now: () => Date
}

/** A list that is read whole from Connect and kept for a while. Callers who ask at the same time share one reading. */
export interface CachedList<Items extends {}> {
  /** A list of at most the maximum age, or up to an hour older while it cannot be read again. */
  readonly read: () => Promise<Items>
  /** Reads the list again if it is older than this; rejects if that fails. */
  readonly readNewerThan: (oldestMs: number) => Promise<Items>
  /** Makes the next `read` read the list again, because an entry has turned out to be wrong. */
  readonly distrust: () => void
  /** True if `read` has a list to return even while Connect fails. */
  readonly isUsable: () => boolean
  /** How long ago the list was read; undefined before the first time. */
  readonly ageMs: () => number | undefined
}

const only = 'only'

/** A bound, because entries that were deleted must disappear even if Connect fails for long. */
const servedStaleForMs = 60 * 60_000

/** From this share of its maximum age on, a list is read again in the background. */
const readAheadShare = 0.8
const readAheadPauseMs = 10_000

/** The time for which Connect must not be asked again. */
const pauseMsOf = (error: unknown) =>
  error instanceof ProblemError ? (error.facts.retryAfterSeconds ?? 0) * 1_000 : 0

export function createCachedList<Items extends {}>(options: CachedListOptions<Items>): CachedList<Items> {
  const nowMs = () => options.now().getTime()
  const cache = new LRUCache<typeof only, { readonly items: Items; readonly readAt: number }>({
    max: 1,
    ttl: options.maxAgeMs,
    ttlResolution: 0,
    perf: { now: nowMs },
    noDeleteOnStaleGet: true,
    noDeleteOnFetchRejection: true,
    fetchMethod: async () => ({ items: await options.load(), readAt: nowMs() }),
  })
  let doubt: 'none' | 'new' | 'being settled' = 'none'
  let pauseUntilMs = 0
  let aheadAgainAtMs = 0

  function stale(): Items | undefined {
    const known = cache.peek(only, { allowStale: true })
    return known && nowMs() - known.readAt <= options.maxAgeMs + servedStaleForMs ? known.items : undefined
  }

  const ageMs = () => {
    const known = cache.peek(only, { allowStale: true })
    return known && nowMs() - known.readAt
  }
  /** The pages of a large instance take seconds. While agents work, the list is read before it is too old, so none waits. */
  function readAhead() {
    if ((ageMs() ?? 0) < options.maxAgeMs * readAheadShare || nowMs() < aheadAgainAtMs) return
    aheadAgainAtMs = nowMs() + readAheadPauseMs
    // `read` reports the failure once the list is too old.
    cache.forceFetch(only, { forceRefresh: true }).catch(() => {})
  }

  const isFresh = () => (ageMs() ?? Infinity) <= options.maxAgeMs

  return {
    async read() {
      const known = stale()
      if (known && nowMs() < pauseUntilMs) return known
      // Not the cache’s `fetch`: while a reading is under way, that would wait for it.
      if (known && doubt === 'none' && isFresh()) {
        readAhead()
        return known
      }
      const forceRefresh = doubt === 'new'
      if (forceRefresh) doubt = 'being settled'
      try {
        const { items } = await cache.forceFetch(only, { forceRefresh })
        if (doubt === 'being settled') doubt = 'none'
        return items
      } catch (error) {
        if (forceRefresh) doubt = 'new'
        pauseUntilMs = nowMs() + pauseMsOf(error)
        const kept = stale()
        if (kept) return kept
        throw error
      }
    },
    async readNewerThan(oldestMs) {
      const known = await cache.forceFetch(only)
      if (nowMs() - known.readAt <= oldestMs) return known.items
      return (await cache.forceFetch(only, { forceRefresh: true })).items
    },
    distrust() {
      doubt = 'new'
    },
    isUsable: () => stale() !== undefined,
    ageMs,
  }
}
