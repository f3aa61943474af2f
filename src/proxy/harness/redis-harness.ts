import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { freePort } from '../../simulators/free-port.ts'
import { createRedisConnection } from '../hosts/node/redis/redis-connection.ts'
import { readRedisAddress } from '../hosts/node/redis/redis-address.ts'

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0

/** Added to the title of tests that need Redis, so that a report says why they were skipped. */
export const needsRedis = hasRedis ? '' : ' (skipped: redis-server is not installed)'

/** A real Redis on a free port. A test may kill it and start it again, empty. */
export interface RedisHarness {
  readonly url: string
  readonly password: string
  readonly start: () => Promise<void>
  readonly kill: () => Promise<void>
  /** It keeps its connections and does not answer. */
  readonly halt: () => void
  readonly goOn: () => void
  /** All keys and values. */
  readonly everything: () => Promise<string>
}

export async function createRedisHarness(): Promise<RedisHarness> {
  const port = await freePort()
  const password = 'marked-password'
  const settings = { port, bind: '127.0.0.1', requirepass: password, save: '', dir: tmpdir() }
  const options = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  let server: ChildProcess | undefined
  process.once('exit', () => server?.kill('SIGKILL'))

  async function kill() {
    const killed = server
    server = undefined
    if (!killed) return
    const ended = once(killed, 'exit')
    killed.kill('SIGKILL')
    await ended
  }

  return {
    url: `redis://:${password}@127.0.0.1:${port}`,
    password,
    async start() {
      await kill()
      const child = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] })
      server = child
      await new Promise<void>((resolve, reject) => {
        child.stdout.on('data', (chunk) => String(chunk).includes('Ready to accept') && resolve())
        child.once('exit', () => reject(new Error('redis-server did not start')))
      })
    },
    kill,
    halt: () => void server?.kill('SIGSTOP'),
    goOn: () => void server?.kill('SIGCONT'),
    async everything() {
      const reading = readRedisAddress(`redis://:${password}@127.0.0.1:${port}`)
      if (!reading.ok) throw new Error(reading.mistake)
      const { client } = createRedisConnection({
        redis: reading.address,
        tryOut: async () => {},
        note: () => {},
      })
      await client.connect()
      const keys = await client.keys('*')
      const values = await client.mget(['', ...keys])
      client.disconnect()
      return [...keys, ...values].join('\n')
    },
  }
}
