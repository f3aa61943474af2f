import { rememberedForMs } from '../../../begun/begun.ts'
import { storeAway, type SharedBegun } from '../../../begun/shared-begun.ts'
import type { ConnectRates } from '../../../connect/connect-rates.ts'
import { messagesRememberedForMs } from '../../../messages/messaging.ts'
import type { SharedStore, Sharing } from '../../../shared-store.ts'
import type { RedisAddress } from './redis-address.ts'
import { createRedisBegun, type RedisBegun } from './redis-begun.ts'
import { createRedisConnection } from './redis-connection.ts'
import { createRedisIntervals } from './redis-intervals.ts'
import { createRedisRates } from './redis-rates.ts'

export interface RedisStoreOptions {
  readonly redis: RedisAddress
  readonly accountId: string
  readonly region: string
  readonly instanceId: string
  readonly connectRates: ConnectRates
}

/** `note` is called when sharing starts or stops. */
export function createRedisStore(options: RedisStoreOptions, note: (sharing: Sharing) => void): SharedStore {
  const connection = createRedisConnection({
    redis: options.redis,
    tryOut: () => Promise.all([rates.tryOut(), begun.tryOut(), intervals.tryOut()]),
    note,
  })
  const { client, ask, isShared, close } = connection
  const rates = createRedisRates({ ...options, client })
  const begun = createRedisBegun(client, options.instanceId, rememberedForMs)
  const begunMessages = createRedisBegun(client, options.instanceId, messagesRememberedForMs)
  const intervals = createRedisIntervals({ client, instanceId: options.instanceId, ask })

  async function answerOf<Answer>(question: () => Promise<Answer>) {
    const answered = await ask(question)
    return answered ? answered.answer : storeAway
  }

  const whileThere = (asked: RedisBegun): SharedBegun => ({
    begin: (key) => answerOf(() => asked.begin(key)),
    read: (key) => answerOf(() => asked.read(key)),
    keep: async (key, entry) => void (await ask(() => asked.keep(key, entry))),
    release: (key) => answerOf(() => asked.release(key)),
  })

  return {
    takePlace: async (operation) => (await ask(() => rates.take(operation)))?.answer ?? 0,
    begun: whileThere(begun),
    begunMessages: whileThere(begunMessages),
    intervals: {
      reserve: (reservation) => answerOf(() => intervals.reserve(reservation)),
      agree: (secret) => answerOf(() => intervals.agree(secret)),
      waitMs: (asked) => answerOf(() => intervals.waitMs(asked)),
    },
    isShared,
    close,
  }
}
