import type { Operation, OperationName } from './operation.ts'
import { ServiceError } from './service-error.ts'

/** One token bucket for each operation, as the service has them for an account and Region. */
export interface RateLimits {
  /** Throws what the service answers when the bucket is empty. */
  readonly take: (operation: Operation) => void
  readonly refill: () => void
}

export function createRateLimits(now: () => number): RateLimits {
  const buckets = new Map<OperationName, { readonly tokens: number; readonly at: number }>()
  return {
    take: ({ name, rate }) => {
      const at = now()
      const bucket = buckets.get(name) ?? { tokens: rate.burst, at }
      const gained = ((at - bucket.at) / 1_000) * rate.perSecond
      const tokens = Math.min(rate.burst, bucket.tokens + gained)
      buckets.set(name, { tokens: tokens < 1 ? tokens : tokens - 1, at })
      if (tokens < 1) throw new ServiceError(429, 'ThrottlingException', 'Rate exceeded')
    },
    refill: () => buckets.clear(),
  }
}
