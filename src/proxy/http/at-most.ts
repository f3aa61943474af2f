import type { MiddlewareHandler } from 'hono'
import { Failure } from '../failure.ts'

/** Short: what is under way ends within a second as a rule. */
const retryAfterSeconds = 1

const busy = () =>
  new Failure({
    code: 'busy',
    detail:
      'The proxy has as many requests under way as it takes. Send the same request again after the wait.',
    retryAfterSeconds,
  })

/** Refuses at once what comes while so many requests are under way, instead of letting all of them wait. */
export function atMost(limit: number): MiddlewareHandler {
  let underWay = 0
  return async (_context, next) => {
    if (underWay >= limit) throw busy()
    underWay += 1
    try {
      await next()
    } finally {
      underWay -= 1
    }
  }
}

/** Has an agent take a place, and returns what gives it back; throws `busy` to whoever has so many. */
export function atMostForEach(limit: number): (agentId: string) => () => void {
  const underWay = new Map<string, number>()
  return (agentId) => {
    const places = underWay.get(agentId) ?? 0
    if (places >= limit) throw busy()
    underWay.set(agentId, places + 1)
    return () => {
      const others = (underWay.get(agentId) ?? 1) - 1
      if (others > 0) underWay.set(agentId, others)
      else underWay.delete(agentId)
    }
  }
}
