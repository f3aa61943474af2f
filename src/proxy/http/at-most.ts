import type { MiddlewareHandler } from 'hono'
import { ProblemError } from '../problem-error.ts'

/** Short, because most requests end within a second. */
const retryAfterSeconds = 1

const busy = (reason: 'requests-at-once' | 'requests-of-agent') =>
  new ProblemError({
    code: 'busy',
    reason,
    detail:
      'The proxy has as many requests under way as it accepts. Send the same request again after the wait.',
    retryAfterSeconds,
  })

/** Refuses a request at once while this many are under way, instead of making all of them wait. */
export function atMost(limit: number): MiddlewareHandler {
  let underWay = 0
  return async (_context, next) => {
    if (underWay >= limit) throw busy('requests-at-once')
    underWay += 1
    try {
      await next()
    } finally {
      underWay -= 1
    }
  }
}

/** Takes a place for an agent, and returns the function that gives it back. Throws `busy` if the agent has this many. */
export function atMostForEach(limit: number): (agentId: string) => () => void {
  const underWay = new Map<string, number>()
  return (agentId) => {
    const places = underWay.get(agentId) ?? 0
    if (places >= limit) throw busy('requests-of-agent')
    underWay.set(agentId, places + 1)
    return () => {
      const others = (underWay.get(agentId) ?? 1) - 1
      if (others > 0) underWay.set(agentId, others)
      else underWay.delete(agentId)
    }
  }
}
