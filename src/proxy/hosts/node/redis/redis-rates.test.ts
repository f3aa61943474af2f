import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readRates } from '../../../connect/connect-rates.ts'
import { readRedisAddress } from './redis-address.ts'
import { createRedisHarness, hasRedis, needsRedis } from '../../../harness/redis-harness.ts'
import type { SharedStore, Sharing } from '../../../shared-store.ts'
import { createRedisStore } from './redis-store.ts'

const redis = await createRedisHarness()
const opened: SharedStore[] = []

interface Differences {
  readonly url?: string
  readonly accountId: string
  readonly region?: string
  readonly rates?: string
}

/** The rates of one proxy, and the changes of sharing that it noted. */
function join({ url = redis.url, accountId, region = 'eu-central-1', rates = '' }: Differences) {
  const reading = readRedisAddress(url)
  if (!reading.ok) throw new Error(reading.mistake)
  const connectRates = readRates(rates === '' ? [] : [rates]).rates
  const told: Sharing[] = []
  const shared = createRedisStore(
    { redis: reading.address, accountId, region, instanceId: 'instance', connectRates },
    (sharing) => told.push(sharing),
  )
  opened.push(shared)
  return { ...shared, told }
}

const takeBy = async (takers: readonly SharedStore[]) => {
  const places: number[] = []
  for (const { takePlace } of takers) {
    // The order matters here.
    places.push(await takePlace('StartTaskContact'))
  }
  return places
}

describe('a server that is not Redis', () => {
  const words = 'X'.repeat(1_000_000)

  it.each([
    ['a place in 24 days', '*2\r\n:1\r\n:2147483000\r\n', 'no answer'],
    ['a place in the past', '*2\r\n:1\r\n:-5\r\n', 'no answer'],
    ['a place that is no time', `*2\r\n:1\r\n$${words.length}\r\n${words}\r\n`, 'no answer'],
    ['an error of a megabyte', `-${words}\r\n`, 'no answer'],
    ['an error of a web server', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'no answer'],
  ])('does not make calls wait if it answers with %s', async (_, answer, why) => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.on('data', (said) => socket.write(/eval/i.test(said.toString()) ? answer : '+OK\r\n'))
    })
    server.listen(0)
    await once(server, 'listening')
    const address = server.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    const { takePlace, told, close } = join({ accountId: 'strange', url: `redis://127.0.0.1:${port}` })

    expect(await takePlace('StartTaskContact')).toBe(0)
    expect(told).toEqual([{ isShared: false, why }])
    close()
    server.close()
  })
})

describe.skipIf(!hasRedis)(`the rates that proxies share${needsRedis}`, () => {
  beforeAll(redis.start)
  afterEach(() => {
    for (const { close } of opened.splice(0)) close()
  })
  afterAll(redis.kill)

  it.each([
    ['as documented', '', 3, 500],
    ['raised', 'StartTaskContact=8/20', 10, 125],
    ['slow', 'StartTaskContact=0.3/2', 1, 1_000 / 0.3],
    ['a call every few minutes', 'StartTaskContact=0.005/4', 2, 200_000],
  ])('give each call the next place in time, for every proxy: %s', async (_, rates, atOnce, intervalMs) => {
    const accountId = `account-${atOnce}`
    const [one, other] = [join({ accountId, rates }), join({ accountId, rates })]
    await one.takePlace('SearchUsers')
    await other.takePlace('SearchUsers')
    const startedAt = performance.now()
    const places = await takeBy(Array.from({ length: atOnce + 4 }, (__, index) => (index % 2 ? one : other)))
    const passedMs = performance.now() - startedAt

    expect(places.slice(0, atOnce)).toEqual(places.slice(0, atOnce).map(() => 0))
    for (const [index, place] of places.slice(atOnce).entries()) {
      expect(place).toBeLessThanOrEqual(Math.ceil((index + 1) * intervalMs))
      expect(place).toBeGreaterThan((index + 1) * intervalMs - passedMs - 2)
    }
  })

  it('are counted for each operation, account and Region', async () => {
    const one = join({ accountId: '1' })
    await takeBy(Array.from({ length: 8 }, () => one))

    expect(await one.takePlace('StartTaskContact')).toBeGreaterThan(0)
    expect(await one.takePlace('SearchUsers')).toBe(0)
    expect(await join({ accountId: '2' }).takePlace('StartTaskContact')).toBe(0)
    expect(await join({ accountId: '1', region: 'us-east-1' }).takePlace('StartTaskContact')).toBe(0)
  })

  it('are each proxy’s own while Redis is away, and shared again when it is back', async () => {
    const { takePlace, isShared, told } = join({ accountId: 'away' })
    await Promise.all(Array.from({ length: 6 }, () => takePlace('StartTaskContact')))
    await redis.kill()
    const alone = await Promise.all(Array.from({ length: 6 }, () => takePlace('StartTaskContact')))
    await redis.start()
    await expect.poll(isShared, { timeout: 10_000 }).toBe(true)

    expect(alone).toEqual([0, 0, 0, 0, 0, 0])
    expect(told.map((sharing) => sharing.isShared)).toEqual([true, false, true])
  })

  it('are each proxy’s own while Redis does not answer, and calls wait only briefly', async () => {
    const { takePlace, isShared, told } = join({ accountId: 'halted' })
    await takePlace('StartTaskContact')
    redis.halt()
    const alone = await Promise.all(Array.from({ length: 6 }, () => takePlace('StartTaskContact')))
    redis.goOn()
    await expect.poll(isShared, { timeout: 10_000 }).toBe(true)

    expect(alone).toEqual([0, 0, 0, 0, 0, 0])
    expect(told).toEqual([{ isShared: true }, { isShared: false, why: 'no answer' }, { isShared: true }])
  })

  it('are each proxy’s own if Redis refuses the password, noted once by its code', async () => {
    const { takePlace, told } = join({
      accountId: 'refused',
      url: redis.url.replace(redis.password, 'wrong'),
    })

    expect(await takePlace('StartTaskContact')).toBe(0)
    expect(await takePlace('StartTaskContact')).toBe(0)
    expect(told).toEqual([{ isShared: false, why: 'WRONGPASS' }])
  })
})
