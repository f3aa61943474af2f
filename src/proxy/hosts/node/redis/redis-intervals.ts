import type { Place, Reservation, SecretProof } from '../../../messages/intervals/interval-store.ts'
import type { RedisClient } from './redis-connection.ts'

/** The latest message to each recipient, for all proxies of an instance. Every function rejects if Redis fails or gives a wrong answer. */
export interface RedisIntervals {
  readonly reserve: (reservation: Reservation) => Promise<Place>
  readonly agree: (secret: SecretProof) => Promise<boolean>
  readonly waitMs: (asked: Pick<Reservation, 'key' | 'everyMs'>) => Promise<number>
  readonly tryOut: () => Promise<void>
}

// An entry is the holder and the time in Redis's milliseconds. ARGV: the holder, the interval and how long an entry is kept.
const readLatest = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local kept = redis.call('GET', KEYS[1]) or ''
local holder, at = string.match(kept, '^(%x+) (%d+)$')
`

const reserveScript = `${readLatest}
if holder ~= ARGV[1] and holder and now - at < tonumber(ARGV[2]) then return {'taken', at + ARGV[2] - now} end
redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. string.format('%.0f', now), 'PX', ARGV[3])
if holder == ARGV[1] then return {'own', 0} end
return {'new', kept}`

const waitScript = `${readLatest}
if not holder then return 0 end
return math.max(0, at + ARGV[1] - now)`

// ARGV: the holder, the earlier entry and how long an entry is kept. Only the holder takes its reservation back.
const giveBackScript = `
local kept = redis.call('GET', KEYS[1]) or ''
if string.match(kept, '^%x+') ~= ARGV[1] then return end
if ARGV[2] == '' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end`

// ARGV: the proof and how long it is kept. A proof that is kept for longer stays so.
const agreeScript = `
local kept = redis.call('GET', KEYS[1])
if kept and kept ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', math.max(redis.call('PTTL', KEYS[1]), tonumber(ARGV[2])))
return 1`

const trialMs = 1_000

const noAnswer = () => new Error('no interval')

const isWait = (value: unknown, everyMs: number): value is number =>
  typeof value === 'number' && value >= 0 && value <= everyMs

export interface RedisIntervalsOptions {
  readonly client: RedisClient
  readonly instanceId: string
  /** Called with the question; resolves to undefined if Redis is away. */
  readonly ask: (question: () => Promise<unknown>) => Promise<unknown>
}

export function createRedisIntervals({ client, instanceId, ask }: RedisIntervalsOptions): RedisIntervals {
  const placeOf = (key: string) => `tasklink:intervals:${instanceId}:${key}`
  const run = (script: string, key: string, ...values: readonly (string | number)[]): Promise<unknown> =>
    client.eval(script, 1, placeOf(key), ...values)
  // Operators delete it when they change the secret.
  const proofPlace = `tasklink:number-secret:${instanceId}`

  async function reserve({ key, holder, everyMs, keptForMs }: Reservation): Promise<Place> {
    const answer = await run(reserveScript, key, holder, everyMs, keptForMs)
    const [state, fact]: readonly unknown[] = Array.isArray(answer) ? answer : []
    if (state === 'taken' && isWait(fact, everyMs)) return { state, waitMs: fact }
    if (state === 'own') return { state }
    if (state !== 'new' || typeof fact !== 'string') throw noAnswer()
    return {
      state,
      async giveBack() {
        await ask(() => run(giveBackScript, key, holder, fact, keptForMs))
      },
    }
  }

  return {
    reserve,
    async agree({ proof, keptForMs }) {
      const answer: unknown = await client.eval(agreeScript, 1, proofPlace, proof, keptForMs)
      if (answer !== 0 && answer !== 1) throw noAnswer()
      return answer === 1
    },
    async waitMs({ key, everyMs }) {
      const answer = await run(waitScript, key, everyMs)
      if (!isWait(answer, everyMs)) throw noAnswer()
      return answer
    },
    async tryOut() {
      const place = await reserve({ key: 'trial', holder: '0', everyMs: 0, keptForMs: trialMs })
      if (place.state === 'taken') throw noAnswer()
    },
  }
}
