import { RateLimiterRedis } from 'rate-limiter-flexible'
import type { ConnectRates } from '../../../connect/connect-rates.ts'
import { startTaskContact } from '../../../connect/operations/start-task-contact.ts'
import type { Rate } from '../../../rates/token-bucket.ts'
import type { RedisClient } from './redis-connection.ts'

export interface RedisRatesOptions {
  readonly client: RedisClient
  readonly accountId: string
  readonly region: string
  readonly connectRates: ConnectRates
}

/** The rates that all proxies of an account and Region share. Both functions reject if Redis gives no place. */
export interface RedisRates {
  /** Takes the next place of an operation: in how many milliseconds. */
  readonly take: (operation: string) => Promise<number>
  /** Takes a place that no call uses. */
  readonly tryOut: () => Promise<number>
}

/** A place further away than this many proxies could make it is the result of a clock that was set back. */
const mostProxies = 100
const clocksApartMs = 60_000

/**
 * The library counts in fixed windows, in which the proxy nearest to Redis could take every place. This script, an option of
 * the library, keeps Connect’s bucket instead and gives each call the next place in time, so that proxies take turns.
 * ARGV[3] is the number of calls at once, ARGV[4] the milliseconds in which that many come back. Redis’s clock counts for all.
 */
const takePlace = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local interval = ARGV[4] / ARGV[3]
local full = tonumber(redis.call('GET', KEYS[1])) or now
if full < now or full > now + ARGV[4] + ${mostProxies} * interval + ${clocksApartMs} then full = now end
local wait = math.max(0, full + interval - ARGV[4] - now)
full = full + interval
redis.call('SET', KEYS[1], string.format('%.3f', full), 'PX', math.ceil(full - now))
return {ARGV[1], math.ceil(wait)}`

/**
 * Half of the burst. The other half is kept for calls that are slow on their way to Connect, where they meet calls of other
 * proxies that began later: at 2 per second with 5 at once, one call may take a second longer than another.
 */
const placesAtOnce = (burst: number) => Math.ceil(burst / 2)

const farthestPlaceMs = ({ perSecond }: Rate) => ((mostProxies + 1) * 1_000) / perSecond + clocksApartMs

export function createRedisRates(options: RedisRatesOptions): RedisRates {
  const { client, accountId, region, connectRates } = options
  const limiters = new Map(
    Object.entries(connectRates).map(([operation, rate]) => {
      const points = placesAtOnce(rate.burst)
      const limiter = new RateLimiterRedis({
        storeClient: client,
        keyPrefix: `tasklink:rates:${accountId}:${region}`,
        points,
        // In milliseconds, because only the script reads it.
        duration: (points / rate.perSecond) * 1_000,
        customIncrTtlLuaScript: takePlace,
      })
      return [operation, { limiter, farthestMs: farthestPlaceMs(rate) }]
    }),
  )

  async function take(operation: string, key = operation): Promise<number> {
    const place = limiters.get(operation)
    if (!place) throw new Error(`There is no rate for ${operation}.`)
    const { msBeforeNext } = await place.limiter.consume(key)
    const isPlace = Number.isInteger(msBeforeNext) && msBeforeNext >= 0 && msBeforeNext <= place.farthestMs
    if (!isPlace) throw new Error('no place')
    return msBeforeNext
  }

  return { take: (operation) => take(operation), tryOut: () => take(startTaskContact.name, 'trial') }
}
