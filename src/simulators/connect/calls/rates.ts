import type { Operation } from '../operation.ts'
import type { OperationName } from '../operations.ts'
import { ServiceError } from '../wire/service-error.ts'

/** One token bucket for each operation, as Connect has them for an account and Region. */
export interface RateLimits {
  /** Throws `ThrottlingException` if the bucket is empty. */
  readonly take: (operation: Operation<OperationName>) => void
  readonly refill: () => void
}

/** Sums of fractions are inexact, so a caller that keeps exactly to the rate could be refused without this tolerance. */
const roundingError = 1e-9

export function createRateLimits(now: () => number): RateLimits {
  const buckets = new Map<OperationName, { readonly tokens: number; readonly at: number }>()
  return {
    take: ({ name, rate }) => {
      const at = now()
      const bucket = buckets.get(name) ?? { tokens: rate.burst, at }
      const gained = ((at - bucket.at) / 1_000) * rate.perSecond
      const tokens = Math.min(rate.burst, bucket.tokens + gained)
      const isEmpty = tokens < 1 - roundingError
      buckets.set(name, { tokens: isEmpty ? tokens : tokens - 1, at })
      if (isEmpty) throw new ServiceError(429, 'ThrottlingException', 'Rate exceeded')
    },
    refill: () => buckets.clear(),
  }
}
