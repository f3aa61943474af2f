import { LRUCache } from 'lru-cache'

export interface CachedListOptions<Items extends {}> {
  readonly load: () => Promise<Items>
  readonly maxAgeMs: number
  readonly now: () => Date
}

/** Something read whole from Connect and kept for a while; however many ask at once, it is read once. */
export interface CachedList<Items extends {}> {
  /** At most the maximum age old, or older while it cannot be read again. */
  readonly read: () => Promise<Items>
  /** Reads again what is older than this; rejects when that fails. */
  readonly readNewerThan: (ageMs: number) => Promise<Items>
  /** Reads it again when it is next wanted: something in it has turned out to be wrong. */
  readonly distrust: () => void
  /** How long ago it was read; undefined until it has been. */
  readonly ageMs: () => number | undefined
}

const only = 'only'

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
  let distrusted = false
  return {
    async read() {
      const forceRefresh = distrusted
      distrusted = false
      try {
        return (await cache.forceFetch(only, { forceRefresh })).items
      } catch (error) {
        distrusted = forceRefresh
        const stale = cache.peek(only, { allowStale: true })
        if (stale) return stale.items
        throw error
      }
    },
    async readNewerThan(ageMs) {
      const known = await cache.forceFetch(only)
      if (nowMs() - known.readAt <= ageMs) return known.items
      return (await cache.forceFetch(only, { forceRefresh: true })).items
    },
    distrust() {
      distrusted = true
    },
    ageMs() {
      const known = cache.peek(only, { allowStale: true })
      return known && nowMs() - known.readAt
    },
  }
}
