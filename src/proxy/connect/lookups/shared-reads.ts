import { LRUCache } from 'lru-cache'
import { CallerLeft } from '../../problem-error.ts'
import type { Caller } from '../../rates/gate.ts'

/** Connect's answers about contacts or templates, kept for a moment. Callers who ask the same at the same time share one read. */
export interface SharedReads<Answer> {
  readonly read: (caller: Caller, id: string) => Promise<Answer>
  /** The same, but read from Connect now. */
  readonly readNow: (caller: Caller, id: string) => Promise<Answer>
  /** The answers with this key are no longer true. */
  readonly forget: (key: string) => void
}

export interface SharedReadsOptions<Answer> {
  readonly ask: (caller: Caller, id: string) => Promise<Answer>
  /** Questions with the same key have the same answer. */
  readonly keyOf: (caller: Caller, id: string) => string
  readonly keptForMs: number
  readonly now: () => Date
}

interface Question {
  readonly caller: Caller
  readonly id: string
}

const keptAnswers = 1_000

export function createSharedReads<Answer>(options: SharedReadsOptions<Answer>): SharedReads<Answer> {
  const { ask, keyOf, keptForMs, now } = options
  const cache = new LRUCache<string, { readonly answer: Answer }, Question>({
    max: keptAnswers,
    ttl: keptForMs,
    ttlResolution: 0,
    // Callers get the answer even if the cache has no room left to keep it.
    ignoreFetchAbort: true,
    perf: { now: () => now().getTime() },
    fetchMethod: async (_key, _stale, { context: { caller, id } }) => ({
      answer: await ask(caller, id),
    }),
  })

  async function find(context: Question, forceRefresh: boolean): Promise<Answer> {
    const { caller, id } = context
    try {
      return (await cache.forceFetch(keyOf(caller, id), { context, forceRefresh })).answer
    } catch (error) {
      // This caller shared the call of another caller, who has left. Ask again.
      if (error instanceof CallerLeft && !caller.signal.aborted) return find(context, forceRefresh)
      throw error
    }
  }

  return {
    read: (caller, id) => find({ caller, id }, false),
    readNow: (caller, id) => find({ caller, id }, true),
    forget: (key) => void cache.delete(key),
  }
}
