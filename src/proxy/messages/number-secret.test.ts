import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { issuesOf, numberHashSecret, startMessageScene } from '../harness/message-scene.ts'
import { createRedisHarness, hasRedis, needsRedis } from '../harness/redis-harness.ts'

/* Proxies that hash numbers with different secrets would not find each other’s messages. */

const scene = await startMessageScene()
const { connect, token, send, startProxy } = scene
const redis = await createRedisHarness()
const started: ReturnType<typeof startProxy>[] = []

beforeEach(async () => {
  scene.reset()
  for (const proxy of started.splice(0)) proxy.close()
  if (hasRedis) await redis.start()
})
afterAll(async () => {
  for (const proxy of started) proxy.close()
  await redis.kill()
  await scene.close()
})

const startWith = (secret: string) => {
  const proxy = startProxy({}, { environment: { REDIS_URL: redis.url, NUMBER_HASH_SECRET: secret } })
  started.push(proxy)
  return proxy
}

const otherSecret = 'marked: a secret that only one of the proxies knows'

describe.skipIf(!hasRedis)(`proxies with one Redis and one secret for numbers${needsRedis}`, () => {
  it('are ready, and send', async () => {
    const [one, other] = [startWith(numberHashSecret), startWith(numberHashSecret)]

    expect((await one.get('/readyz')).status).toBe(200)
    expect((await other.get('/readyz')).status).toBe(200)
    expect((await send({}, token, other)).status).toBe(201)
  })
})

describe.skipIf(!hasRedis)(`a proxy with another secret for numbers than the others${needsRedis}`, () => {
  it('is not ready, and says why by the name of the variable', async () => {
    expect((await startWith(numberHashSecret).get('/readyz')).status).toBe(200)
    const other = startWith(otherSecret)
    const response = await other.get('/readyz')

    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({
      ready: false,
      waitingFor: ['NUMBER_HASH_SECRET'],
      reasons: { NUMBER_HASH_SECRET: 'number-secret-differs' },
    })
    expect(other.logged()).toContain('NUMBER_HASH_SECRET differs from that of another proxy')
    expect(`${other.logged()}${await redis.everything()}`).not.toContain('marked')
    await expect(other.prepare()).rejects.toMatchObject({ facts: { reason: 'number-secret-differs' } })
  })

  it('sends nothing as long as a message of the other proxies counts', async () => {
    await send({}, token, startWith(numberHashSecret))
    const other = startWith(otherSecret)

    expect(await issuesOf(await send({ clientToken: 'token-2' }, token, other))).toEqual([
      500,
      'unexpected',
      'not-created',
    ])
    expect(connect.messages).toHaveLength(1)
  })

  it('is ready once the secret of the others is forgotten', async () => {
    await startWith(numberHashSecret).get('/readyz')
    const other = startWith(otherSecret)
    expect((await other.get('/readyz')).status).toBe(503)
    await redis.start()

    await expect.poll(async () => (await other.get('/readyz')).status, { timeout: 4_000 }).toBe(200)
    expect((await send({}, token, other)).status).toBe(201)
  })
})
