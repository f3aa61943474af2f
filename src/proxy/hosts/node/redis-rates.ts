import { Redis } from 'ioredis'
import { RateLimiterRedis } from 'rate-limiter-flexible'
import type { ConnectRates } from '../../connect/connect-rates.ts'
import { startTaskContact } from '../../connect/operations/start-task-contact.ts'
import type { SharedRates, Sharing } from '../../rates/shared-rates.ts'
import type { Rate } from '../../rates/token-bucket.ts'
import type { RedisAddress } from './redis-address.ts'

export interface RedisRatesOptions {
  readonly redis: RedisAddress
  readonly accountId: string
  readonly region: string
  readonly connectRates: ConnectRates
}

/** The longest that a call waits for Redis to answer. The wait for its turn comes after that. */
const patienceMs = 250
const handshakeTimeoutMs = 2_000
const reconnectMs = 1_000

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

/** A code of Node or of Redis. A message is not logged, because it may quote anything. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  return /^[A-Z]{2,20}\b/.exec(error.message)?.[0] ?? 'no answer'
}

function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // An answer that arrived while this process was busy is read before it counts as late.
    const late = setTimeout(() => setImmediate(() => reject(new Error('late'))), patienceMs)
    answer.then(resolve, reject).finally(() => clearTimeout(late))
  })
}

function createClient({ host, port, isEncrypted, database, ...login }: RedisAddress): Redis {
  return new Redis({
    host,
    port,
    ...login,
    db: database,
    ...(isEncrypted ? { tls: {} } : {}),
    lazyConnect: true,
    connectTimeout: handshakeTimeoutMs,
    commandTimeout: handshakeTimeoutMs,
    retryStrategy: () => reconnectMs,
    // While Redis is away a call is answered at once, and no command is sent twice.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // The trial below tells more than the library’s own commands, which some users of Redis may not send.
    enableReadyCheck: false,
    disableClientInfo: true,
  })
}

/** A function that takes the next place of an operation: in how many milliseconds. It rejects if Redis gives none. */
function placesIn(client: Redis, { accountId, region, connectRates }: RedisRatesOptions) {
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
  return async (operation: string, key: string): Promise<number> => {
    const place = limiters.get(operation)
    if (!place) throw new Error(`There is no rate for ${operation}.`)
    const { msBeforeNext } = await inTime(place.limiter.consume(key))
    const isPlace = Number.isInteger(msBeforeNext) && msBeforeNext >= 0 && msBeforeNext <= place.farthestMs
    if (!isPlace) throw new Error('no place')
    return msBeforeNext
  }
}

/** Connects at the first call, and reconnects for as long as it takes. `note` is called when sharing starts or stops. */
export function createRedisRates(options: RedisRatesOptions, note: (sharing: Sharing) => void): SharedRates {
  const client = createClient(options.redis)
  const takeIn = placesIn(client, options)
  let sharing: Sharing | undefined
  let lastError: unknown
  let isClosed = false
  let opening: Promise<void> | undefined

  function change(now: Sharing) {
    const isNews = !isClosed && sharing?.isShared !== now.isShared
    sharing = now
    if (isNews) note(now)
  }

  async function ask(operation: string, key = operation): Promise<number> {
    try {
      const waitMs = await takeIn(operation, key)
      change({ isShared: true })
      return waitMs
    } catch (error) {
      change({ isShared: false, why: reasonOf(error) })
      // A Redis that gives a wrong answer is tried again after a while, too.
      if (!isClosed) client.disconnect(true)
      return 0
    }
  }

  client.on('error', (error: unknown) => (lastError = error))
  client.on('close', () => {
    change({ isShared: false, why: lastError === undefined ? 'connection closed' : reasonOf(lastError) })
    lastError = undefined
  })

  function open(): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(resolve, patienceMs)
      // Only an answer proves that this Redis can run the script. No call uses this place.
      client.on('ready', () => void ask(startTaskContact.name, 'trial').then(() => resolve()))
      client.connect().catch(() => resolve())
    })
  }

  return {
    async take(operation) {
      opening ??= open()
      await opening
      return sharing?.isShared ? ask(operation) : 0
    },
    isShared: () => sharing?.isShared ?? false,
    close() {
      isClosed = true
      client.disconnect()
    },
  }
}
