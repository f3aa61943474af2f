import { randomUUID } from 'node:crypto'
import type { SharedEntry } from '../../../begun/shared-begun.ts'
import type { RedisClient } from './redis-connection.ts'

/** The commands that the proxies of an instance have begun. Every function rejects if Redis fails or gives a wrong answer. */
export interface RedisBegun {
  readonly begin: (key: string) => Promise<SharedEntry | undefined>
  readonly read: (key: string) => Promise<SharedEntry | undefined>
  readonly keep: (key: string, entry: SharedEntry) => Promise<void>
  readonly release: (key: string) => Promise<SharedEntry | undefined>
  readonly tryOut: () => Promise<void>
}

// ARGV[1] is an entry, ARGV[2] the milliseconds for which it is kept.
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

/** The state, the hash of the content or the id of the proxy, and the answer. */
const entryPattern = /^(begun|possible|created) ([\da-f-]*)(?: ([^]*))?$/

function readEntry(text: unknown): SharedEntry | undefined {
  if (text === null) return undefined
  const [, state, content = '', answer = ''] = (typeof text === 'string' && entryPattern.exec(text)) || []
  if (state === 'begun') return { state }
  if (state === 'possible') return { state, content }
  if (state === 'created') return { state, content, answer }
  throw new Error('no entry')
}

export function createRedisBegun(client: RedisClient, instanceId: string, keptForMs: number): RedisBegun {
  const placeOf = (key: string) => `tasklink:begun:${instanceId}:${key}`
  // A proxy takes back only what it has begun itself.
  const begun = `begun ${randomUUID()}`
  const run = (script: string, key: string, ...values: readonly string[]) =>
    client.eval(script, 1, placeOf(key), ...values)

  const begin = async (key: string) => readEntry(await run(beginScript, key, begun, String(keptForMs)))
  const release = async (key: string) => readEntry(await run(releaseScript, key, begun))

  return {
    begin,
    release,
    read: async (key) => readEntry(await client.get(placeOf(key))),
    async keep(key, entry) {
      const content = 'content' in entry ? entry.content : ''
      const answer = 'answer' in entry ? ` ${entry.answer}` : ''
      await run(keepScript, key, `${entry.state} ${content}${answer}`, String(keptForMs))
    },
    async tryOut() {
      await begin('trial')
      await release('trial')
    },
  }
}
