import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { destinationsPath } from '../../contract/reads/reads.ts'
import { createdTaskSchema } from '../../contract/tasks/tasks.ts'
import type { Failure } from '../../simulators/connect/calls/failures.ts'
import { createFastClock } from '../harness/clock-harness.ts'
import type { ProxyHarness } from '../harness/proxy-harness.ts'
import { systemClock } from '../rates/clock.ts'
import { plainTask, problemOf, startProxyScene } from '../harness/proxy-scene.ts'
import { createRedisHarness, hasRedis, needsRedis } from '../harness/redis-harness.ts'

/** The proxies use Redis’s clock, which is the machine’s, so these tests take real time. */
vi.setConfig({ testTimeout: 30_000 })

const { connect, token, newProxy, close } = await startProxyScene()
const redis = await createRedisHarness()
const proxies: ProxyHarness[] = []

/** A proxy that has read users and destinations, and has asked Redis. */
async function readyProxy(clock = systemClock): Promise<ProxyHarness> {
  const proxy = newProxy({ environment: { REDIS_URL: redis.url }, connect: { clock } })
  proxies.push(proxy)
  await proxy.get(destinationsPath, token)
  return proxy
}

const starts = () => connect.received.filter(({ operation }) => operation === 'StartTaskContact')
const answered = async (response: Response) => createdTaskSchema.parse(await response.json())
const quota: Failure = { kind: 'error', status: 402, type: 'ServiceQuotaExceededException' }
const another = { ...plainTask, name: 'Another' }

afterAll(close)

describe.skipIf(!hasRedis)(`a task that comes to two proxies with one Redis${needsRedis}`, () => {
  let one: ProxyHarness
  let other: ProxyHarness

  // A new Redis for each test, because it knows of no task.
  beforeEach(async () => {
    await redis.start()
    connect.reset()
    one = await readyProxy()
    other = await readyProxy()
  })
  afterEach(() => {
    for (const proxy of proxies.splice(0)) proxy.close()
  })
  afterAll(redis.kill)

  it('while it is being created has one answer', async () => {
    connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 300 })
    connect.failNext('StartTaskContact', quota)
    const first = one.post(plainTask, token)
    await expect.poll(starts).toHaveLength(1)
    const second = await other.post(plainTask, token)

    expect(second.status).toBe(201)
    expect(await answered(second)).toEqual(await answered(await first))
    expect(starts()).toHaveLength(1)
    expect(other.logged()).not.toContain('"audit":true')
  })

  it('after it was created has the first answer, also from a proxy that starts later', async () => {
    const first = await answered(await one.post(plainTask, token))
    connect.failNext('StartTaskContact', quota)
    const late = await readyProxy()

    expect(await answered(await other.post(plainTask, token))).toEqual(first)
    expect(await answered(await late.post(plainTask, token))).toEqual(first)
    expect(starts()).toHaveLength(1)
  })

  it('stays in doubt if the first answer was lost and Connect then refuses it', async () => {
    connect.failNext('StartTaskContact', { kind: 'response-lost' })
    connect.failNext('StartTaskContact', quota)
    await one.post(plainTask, token)
    const problem = await problemOf(await other.post(plainTask, token))
    const third = await answered(await one.post(plainTask, token))

    expect(problem).toMatchObject({ code: 'quota-reached', outcome: 'unknown' })
    expect(connect.tasks.map(({ contactId }) => contactId)).toEqual([third.contactId])
  })

  it('is tried again by the second after the first was refused', async () => {
    connect.failNext('StartTaskContact', { ...quota })
    const first = one.post(plainTask, token)
    const second = other.post(plainTask, token)
    const statuses = [(await first).status, (await second).status]

    expect(statuses).toContain(409)
    expect(statuses).toContain(201)
  })

  it('is refused with other content under the same token', async () => {
    await one.post(plainTask, token)

    expect(await problemOf(await other.post(another, token))).toMatchObject({ status: 422, code: 'invalid' })
    expect(starts()).toHaveLength(1)
  })

  it('is remembered by each proxy alone while Redis is away, which is logged', async () => {
    await redis.kill()
    const first = await answered(await one.post(plainTask, token))
    connect.failNext('StartTaskContact', quota)
    const again = await answered(await one.post(plainTask, token))
    const refused = await problemOf(await other.post(plainTask, token))

    expect(again).toEqual(first)
    expect(refused).toMatchObject({ code: 'quota-reached', outcome: 'not-created' })
    expect(one.logged()).toContain('knows only its own begun tasks')
  })

  it('is asked for again if the first proxy has ended without an answer', async () => {
    connect.failNext('StartTaskContact', { kind: 'slow', milliseconds: 20_000 })
    void one.post(plainTask, token)
    await expect.poll(starts).toHaveLength(1)
    one.close()
    const second = await answered(await (await readyProxy(createFastClock(20))).post(plainTask, token))

    expect(connect.tasks.map(({ contactId }) => contactId)).toEqual([second.contactId])
    expect(starts()).toHaveLength(2)
  })
})
