import type { MiddlewareHandler } from 'hono'
import { Failure } from './failure.ts'

/** Short: what is under way ends within a second as a rule. */
const retryAfterSeconds = 1

/** Refuses at once what comes while so many requests are under way, instead of letting all of them wait. */
export function atMost(limit: number): MiddlewareHandler {
  let underWay = 0
  return async (_context, next) => {
    if (underWay >= limit) {
      throw new Failure({
        code: 'busy',
        detail:
          'The proxy has as many requests under way as it takes. Send the same request again after the wait.',
        retryAfterSeconds,
      })
    }
    underWay += 1
    try {
      await next()
    } finally {
      underWay -= 1
    }
  }
}
