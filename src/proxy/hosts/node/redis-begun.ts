import { randomUUID } from 'node:crypto'
import { rememberedForMs } from '../../begun/begun.ts'
import { commandStates, type CommandState, type SharedEntry } from '../../begun/shared-begun.ts'
import type { RedisClient } from './redis-connection.ts'

/** What the proxies of an instance have begun. Every function rejects if Redis fails or gives a wrong answer. */
export interface RedisBegun {
  readonly begin: (key: string, content: string) => Promise<SharedEntry | undefined>
  readonly read: (key: string) => Promise<SharedEntry | undefined>
  readonly keep: (key: string, entry: SharedEntry) => Promise<void>
  readonly release: (key: string, content: string) => Promise<SharedEntry | undefined>
  readonly tryOut: () => Promise<void>
}

// ARGV[1] is the new entry, ARGV[2] the milliseconds for which it is kept.
const beginScript = `
local kept = redis.call('GET', KEYS[1])
if not kept then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) end
return kept`

const keepScript = `
local kept = redis.call('GET', KEYS[1])
if kept and string.sub(kept, 1, 8) == 'created ' then return end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])`

const releaseScript = `
local kept = redis.call('GET', KEYS[1])
if kept ~= ARGV[1] then return kept end
redis.call('DEL', KEYS[1])`

/** State, hash and rest, separated by blanks. */
const entryPattern = new RegExp(`^(${commandStates.join('|')}) ([0-9a-f]{64}) ([^]*)$`)

const isState = (text: string | undefined): text is CommandState =>
  commandStates.some((state) => state === text)

function readEntry(text: unknown): SharedEntry | undefined {
  if (text === null) return undefined
  const [, state, content = '', rest = ''] = (typeof text === 'string' && entryPattern.exec(text)) || []
  if (!isState(state)) throw new Error('no entry')
  return { state, content, ...(state === 'created' ? { answer: rest } : {}) }
}

export function createRedisBegun(client: RedisClient, instanceId: string): RedisBegun {
  const placeOf = (key: string) => `tasklink:begun:${instanceId}:${key}`
  // A proxy takes back only what it has begun itself.
  const proxyId = randomUUID()
  const begunBy = (content: string) => `begun ${content} ${proxyId}`
  const run = (script: string, key: string, ...values: readonly string[]) =>
    client.eval(script, 1, placeOf(key), ...values)

  const begin = async (key: string, content: string) =>
    readEntry(await run(beginScript, key, begunBy(content), String(rememberedForMs)))
  const release = async (key: string, content: string) =>
    readEntry(await run(releaseScript, key, begunBy(content)))

  return {
    begin,
    release,
    read: async (key) => readEntry(await client.get(placeOf(key))),
    async keep(key, { state, content, answer = '' }) {
      await run(keepScript, key, `${state} ${content} ${answer}`, String(rememberedForMs))
    },
    async tryOut() {
      const nothing = '0'.repeat(64)
      await begin('trial', nothing)
      await release('trial', nothing)
    },
  }
}
