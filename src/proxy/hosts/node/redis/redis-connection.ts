import { Redis } from 'ioredis'
import type { Sharing } from '../../../shared-store.ts'
import type { RedisAddress } from './redis-address.ts'

export type RedisClient = Redis

/** The connection of a proxy to Redis, which may be away at any time. */
export interface RedisConnection {
  readonly client: RedisClient
  /** The answer to a question; undefined if Redis is away or does not answer at once. It never rejects. */
  readonly ask: <Answer>(question: () => Promise<Answer>) => Promise<{ readonly answer: Answer } | undefined>
  readonly isShared: () => boolean
  readonly close: () => void
}

export interface RedisConnectionOptions {
  readonly redis: RedisAddress
  /** Asks everything that the proxy will ask. Only an answer proves that this Redis can run the scripts. */
  readonly tryOut: () => Promise<unknown>
  /** Called when sharing starts or stops. */
  readonly note: (sharing: Sharing) => void
}

/** The longest wait for Redis to answer. A call’s wait for its turn comes after that. */
const patienceMs = 250
const handshakeTimeoutMs = 2_000
const reconnectMs = 1_000

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

function createClient({ host, port, isEncrypted, database, ...login }: RedisAddress): RedisClient {
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
    // The trial tells more than the library’s own commands, which some users of Redis may not send.
    enableReadyCheck: false,
    disableClientInfo: true,
  })
}

/** Connects at the first question, and reconnects for as long as it takes. */
export function createRedisConnection({ redis, tryOut, note }: RedisConnectionOptions): RedisConnection {
  const client = createClient(redis)
  let sharing: Sharing | undefined
  let lastError: unknown
  let isClosed = false
  let opening: Promise<void> | undefined

  function change(now: Sharing) {
    const isNews = !isClosed && sharing?.isShared !== now.isShared
    sharing = now
    if (isNews) note(now)
  }

  async function askNow<Answer>(question: () => Promise<Answer>) {
    try {
      const answer = await inTime(question())
      change({ isShared: true })
      return { answer }
    } catch (error) {
      change({ isShared: false, why: reasonOf(error) })
      // A Redis that gives a wrong answer is tried again after a while, too.
      if (!isClosed) client.disconnect(true)
      return undefined
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
      client.on('ready', () => void askNow(tryOut).then(() => resolve()))
      client.connect().catch(() => resolve())
    })
  }

  return {
    client,
    async ask(question) {
      opening ??= open()
      await opening
      return sharing?.isShared ? askNow(question) : undefined
    },
    isShared: () => sharing?.isShared ?? false,
    close() {
      isClosed = true
      client.disconnect()
    },
  }
}
