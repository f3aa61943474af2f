import { afterAll, afterEach, beforeEach, describe, expect, inject, it, vi } from 'vitest'
import { destinationsPath } from '../../contract/reads/reads.ts'
import { runBuiltProxy } from '../../simulators/built-proxy.ts'
import { freePort } from '../../simulators/free-port.ts'
import { ben } from '../../simulators/instance/instance.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { plainTask, startProxyScene } from '../harness/proxy-scene.ts'
import { createRedisHarness, hasRedis, needsRedis } from '../harness/redis-harness.ts'

/** The proxies use Redis’s clock, which is the machine’s, so these tests take real time. */
vi.setConfig({ testTimeout: 30_000 })

const { connect, identity, token, environment, newProxy, close } = await startProxyScene()
const redis = await createRedisHarness()
const bens = await identity.tokenFor(ben)
const main = inject('builtProxy')
const proxies: ProxyHarness[] = []

function proxyWith(differs: Readonly<Record<string, string>> = {}): ProxyHarness {
  const proxy = newProxy({ environment: { CONNECT_RATES: '', REDIS_URL: redis.url, ...differs } })
  proxies.push(proxy)
  return proxy
}

/** Each proxy has read users and destinations, and Connect’s record of calls is empty. */
async function readyProxies(count: number): Promise<readonly ProxyHarness[]> {
  const ready = Array.from({ length: count }, () => proxyWith())
  connect.rates = 'unlimited'
  await Promise.all(ready.map((proxy) => proxy.get(destinationsPath, token)))
  connect.reset()
  connect.rates = 'documented'
  return ready
}

const task = (name: string) => ({ ...plainTask, clientToken: name, name })
const tasks = (count: number, name: string) =>
  Array.from({ length: count }, (_, index) => task(`${name} ${index}`))
const starts = () => connect.received.filter(({ operation }) => operation === 'StartTaskContact')
const throttledCalls = () => connect.received.filter(({ status }) => status === 429)
const timesLogged = (proxy: ProxyHarness, words: string) => proxy.logged().split(words).length - 1
const statuses = async (answers: readonly Promise<Response>[]) =>
  new Set((await Promise.all(answers)).map(({ status }) => status))
const sharing = async (proxy: ProxyHarness) =>
  (await proxy.metrics()).split('\n').find((line) => line.startsWith('tasklink_shared_rates'))

const away = 'Redis is away'
const together = 'with the other proxies'

beforeEach(() => connect.reset())
afterEach(() => {
  for (const proxy of proxies.splice(0)) proxy.close()
})
afterAll(close)

describe.skipIf(!hasRedis)(`several proxies with one Redis${needsRedis}`, () => {
  // A new Redis for each test, because it knows of no call.
  beforeEach(redis.start)
  afterAll(redis.kill)

  it('share Connect’s rates, and Connect throttles none of them', async () => {
    const ready = await readyProxies(3)
    const answers = ready.flatMap((proxy, index) =>
      tasks(3, `of proxy ${index}`).map((body) => proxy.post(body, token)),
    )

    expect(await statuses(answers)).toEqual(new Set([201]))
    expect(starts()).toHaveLength(9)
    expect(throttledCalls()).toEqual([])
    expect(await Promise.all(ready.map(sharing))).toEqual(ready.map(() => 'tasklink_shared_rates 1'))
  })

  it('take turns: an agent with one task at one proxy does not wait for an agent with many at another', async () => {
    const [one, other] = await readyProxies(2)
    const much = tasks(6, 'much').map((body) => one?.post(body, token))
    const little = tasks(2, 'little').map((body) => other?.post(body, bens))
    await Promise.all([...much, ...little])

    const names = starts().map(({ body }) => /"Name":"(much|little)/.exec(body)?.[1])
    expect(names).toHaveLength(8)
    // Without turns, the two would be the last.
    expect(names.lastIndexOf('little')).toBeLessThan(7)
    expect(throttledCalls()).toEqual([])
  })

  it('lose no request when Redis goes away, warn once, and share again when it is back', async () => {
    const ready = await readyProxies(2)
    // Two proxies that do not share their rates may exceed Connect’s.
    connect.rates = 'unlimited'
    const during = ready.flatMap((proxy) => tasks(6, 'during').map((body) => proxy.post(body, token)))
    await expect.poll(() => starts().length, { timeout: 10_000 }).toBeGreaterThan(0)
    await redis.kill()
    const whileAway = await statuses(during)
    const alone = await Promise.all(ready.map(sharing))
    await redis.start()
    await expect
      .poll(() => ready.map((proxy) => timesLogged(proxy, together)), { timeout: 10_000 })
      .toEqual([2, 2])
    connect.reset()
    connect.rates = 'documented'
    const after = ready.flatMap((proxy) => tasks(4, 'after').map((body) => proxy.post(body, token)))

    expect(whileAway).toEqual(new Set([201]))
    expect(alone).toEqual(['tasklink_shared_rates 0', 'tasklink_shared_rates 0'])
    expect(await statuses(after)).toEqual(new Set([201]))
    expect(throttledCalls()).toEqual([])
    expect(ready.map((proxy) => timesLogged(proxy, away))).toEqual([1, 1])
  })

  it('answer while Redis keeps its connections and does not answer', async () => {
    const [proxy] = await readyProxies(1)
    redis.halt()
    const answers = tasks(3, 'halted').map((body) => proxy?.post(body, token) ?? Promise.reject())
    const answered = await statuses(answers)
    redis.goOn()

    expect(answered).toEqual(new Set([201]))
    expect(proxy?.logged()).toContain('"why":"no answer"')
  })

  it('stop at a signal, and never log Redis’s address or password', async () => {
    const built = await runBuiltProxy(
      await freePort(),
      { ...environment, LOG_LEVEL: 'trace', REDIS_URL: redis.url },
      main,
    )
    await expect.poll(built.log, { timeout: 10_000 }).toContain(together)
    await redis.kill()
    await expect.poll(built.log, { timeout: 10_000 }).toContain(away)
    await redis.start()
    await expect.poll(() => built.log().split(together), { timeout: 10_000 }).toHaveLength(3)

    expect(await built.stop()).toBe(0)
    expect(built.log()).toContain('"stopped"')
    expect(built.log()).not.toMatch(/marked|redis:|127\.0\.0\.1/)
  })
})

describe('a proxy whose Redis', () => {
  it('cannot be reached starts, warns once, and is ready', async () => {
    const port = await freePort()
    const proxy = proxyWith({ REDIS_URL: `redis://:marked@127.0.0.1:${port}` })
    await proxy.prepare()

    expect((await proxy.post(plainTask, token)).status).toBe(201)
    expect((await proxy.get('/readyz')).status).toBe(200)
    expect(timesLogged(proxy, away)).toBe(1)
    expect(proxy.logged()).toContain('"why":"ECONNREFUSED"')
    expect(proxy.logged()).not.toMatch(/marked|redis:/)
    expect(await sharing(proxy)).toBe('tasklink_shared_rates 0')
  })

  it('has a wrong address does not start, and names the variable without its value', async () => {
    const started = runBuiltProxy(
      await freePort(),
      { ...environment, REDIS_URL: 'https://:marked@localhost' },
      main,
    )
    const words = await started.then(() => '').catch(String)

    expect(words).toContain('REDIS_URL must be an address like rediss:')
    expect(words).not.toContain('marked')
  })
})
