import { Redis } from 'ioredis'
import { RateLimiterRedis } from 'rate-limiter-flexible'
import type { OperationName } from './connect-rates.ts'
import type { Configuration } from '../environment.ts'
import type { RedisAddress } from './redis-address.ts'

/** Whether the proxies keep Connect's rates together, or why each keeps them for itself. */
export type Sharing = { readonly isShared: true } | { readonly isShared: false; readonly why: string }

/** Connect's rates as every proxy of an account and Region keeps them together. */
export interface SharedRates {
  /** Takes a place for one call: how many milliseconds from now. None to wait for while Redis is away; it never rejects. */
  readonly take: (operation: OperationName) => Promise<number>
  readonly isShared: () => boolean
  readonly close: () => void
}

type SharedRatesOptions = Pick<Configuration, 'accountId' | 'region' | 'connectRates'> & {
  readonly redis: RedisAddress
}

/** The longest that a call waits for Redis, not for its turn. */
const patienceMs = 250
const handshakeTimeoutMs = 2_000
const reconnectMs = 1_000

/** A place that is farther off than so many proxies, with a place each, could make it stems from a clock that was set back. */
const mostProxies = 100
const clocksApartMs = 60_000

/**
 * The library counts in fixed windows, where the proxy nearest to Redis could take every place of each. Its option for an
 * own script keeps Connect's bucket instead and gives each call the next place in time, so that proxies take turns.
 * ARGV[3] is how many at once, ARGV[4] in how many milliseconds as many come back; the time is Redis's for everybody.
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
 * Half of the burst. The other half is for calls that are slow on their way to Connect, for there they would meet those of
 * other proxies that came later: at 2/s with 5 at once a call may take one second longer than another.
 */
const placesAtOnce = (burst: number) => Math.ceil(burst / 2)

/** A code of Node's or of Redis's, never a sentence, which may quote anything. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  return /^[A-Z]{2,20}\b/.exec(error.message)?.[0] ?? 'no answer'
}

function inTime<Answer>(answer: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // What came while this process was busy is read before it counts as late.
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
    // Whoever asks while Redis is away is answered at once, and nothing is asked twice.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // The trial tells more than the library's own questions, which some users of Redis may not ask.
    enableReadyCheck: false,
    disableClientInfo: true,
  })
}

/** Connects at the first question, and for ever tries to come back when Redis goes away; `note` is told of both. */
export function createSharedRates(
  { redis, accountId, region, connectRates }: SharedRatesOptions,
  note: (sharing: Sharing) => void,
): SharedRates {
  const client = createClient(redis)
  const limiters = new Map<OperationName, RateLimiterRedis>()
  let sharing: Sharing | undefined
  let lastError: unknown
  let isClosed = false
  let opening: Promise<void> | undefined

  function change(now: Sharing) {
    const isNews = !isClosed && sharing?.isShared !== now.isShared
    sharing = now
    if (isNews) note(now)
  }

  function limiterOf(operation: OperationName): RateLimiterRedis {
    const { perSecond, burst } = connectRates[operation]
    const points = placesAtOnce(burst)
    const limiter =
      limiters.get(operation) ??
      new RateLimiterRedis({
        storeClient: client,
        keyPrefix: `tasklink:rates:${accountId}:${region}`,
        points,
        // In milliseconds: the script alone reads it.
        duration: (points / perSecond) * 1_000,
        customIncrTtlLuaScript: takePlace,
      })
    limiters.set(operation, limiter)
    return limiter
  }

  async function ask(operation: OperationName, key: string = operation): Promise<number> {
    try {
      const { msBeforeNext } = await inTime(limiterOf(operation).consume(key))
      const farthestMs = ((mostProxies + 1) * 1_000) / connectRates[operation].perSecond + clocksApartMs
      const isPlace = Number.isInteger(msBeforeNext) && msBeforeNext >= 0 && msBeforeNext <= farthestMs
      if (!isPlace) throw new Error('no place')
      change({ isShared: true })
      return msBeforeNext
    } catch (error) {
      change({ isShared: false, why: reasonOf(error) })
      // Also a Redis that answers, but not what is needed: after a while it is asked anew.
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
      // Only an answer shows that this Redis can do what is needed; the place is nobody's.
      client.on('ready', () => void ask('StartTaskContact', 'trial').then(() => resolve()))
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
