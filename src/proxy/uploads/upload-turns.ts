import { LRUCache } from 'lru-cache'
import { ProblemError } from '../problem-error.ts'
import type { Clock } from '../rates/clock.ts'
import { createTokenBucket, type Rate, type TokenBucket } from '../rates/token-bucket.ts'

/** Limits what one agent can put into the bucket, in each proxy. */
export interface UploadTurns {
  /** Throws `busy`. */
  readonly take: (agentId: string) => void
}

/** Far more than an agent needs, who adds five files to a task each minute. */
const slotRate: Rate = { perSecond: 0.2, burst: 30 }

/** Files that come from the oldest agents are counted anew. */
const rememberedAgents = 10_000

export function createUploadTurns({ nowMs }: Pick<Clock, 'nowMs'>): UploadTurns {
  const buckets = new LRUCache<string, TokenBucket>({ max: rememberedAgents })
  return {
    take(agentId) {
      const bucket = buckets.get(agentId) ?? createTokenBucket(slotRate, nowMs)
      buckets.set(agentId, bucket)
      if (bucket.begin()) return bucket.end()
      throw new ProblemError({
        code: 'busy',
        reason: 'uploads-of-agent',
        detail:
          'The agent has asked for as many uploads as the proxy accepts from one agent. Send the same request again after the wait.',
        retryAfterSeconds: Math.ceil(bucket.msUntilNext() / 1_000),
      })
    },
  }
}
