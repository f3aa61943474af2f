import { LRUCache } from 'lru-cache'
import { Failure } from '../failure.ts'

export interface CachedListOptions<Items extends {}> {
  readonly load: () => Promise<Items>
  readonly maxAgeMs: number
  readonly now: () => Date
}

/** Something read whole from Connect and kept for a while; however many ask at once, it is read once. */
export interface CachedList<Items extends {}> {
  /** At most the maximum age old, or up to an hour older while it cannot be read again. */
  readonly read: () => Promise<Items>
  /** Reads again what is older than this; rejects when that fails. */
  readonly readNewerThan: (oldestMs: number) => Promise<Items>
  /** Reads it again when it is next wanted: something in it has turned out to be wrong. */
  readonly distrust: () => void
  /** Whether there is something to read, however Connect fares. */
  readonly isUsable: () => boolean
  /** How long ago it was read; undefined until it has been. */
  readonly ageMs: () => number | undefined
}

const only = 'only'

/** Who has left and what is gone must become known, however long Connect is in trouble. */
const servedStaleForMs = 60 * 60_000

/** From when on in its age a list is read again while it is still served. */
const readAheadShare = 0.8
const readAheadPauseMs = 10_000

/** For how long Connect, or the line before it, is better not asked again. */
const pauseMsOf = (error: unknown) =>
  error instanceof Failure ? (error.facts.retryAfterSeconds ?? 0) * 1_000 : 0

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
  /** All pages of a large instance take seconds; where agents are at work, nobody waits for them. */
  function readAhead() {
    if ((ageMs() ?? 0) < options.maxAgeMs * readAheadShare || nowMs() < aheadAgainAtMs) return
    aheadAgainAtMs = nowMs() + readAheadPauseMs
    // Whoever needs it asks again when it is too old, and is told.
    cache.forceFetch(only, { forceRefresh: true }).catch(() => {})
  }

  const isFresh = () => (ageMs() ?? Infinity) <= options.maxAgeMs

  return {
    async read() {
      const known = stale()
      if (known && nowMs() < pauseUntilMs) return known
      // Not the cache's own answer: while somebody has it read again, that would be to wait with them.
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
