import { Redis } from 'ioredis'
import { createTaskClient } from '../client/task-client.ts'
import type { Account } from '../drafts/account.ts'
import { createRedisHarness, hasRedis } from '../proxy/harness/redis-harness.ts'
import { startProxyScene } from '../proxy/harness/proxy-scene.ts'
import type { ConnectSimulator } from '../simulators/connect/connect-simulator.ts'
import { createKillableProxy, type KillableProxy } from './killable-proxy.ts'
import { createVirtualClock, type VirtualClock } from './virtual-clock.ts'

/** The servers that the runs of one process use one after another. */
export interface Workplace {
  readonly clock: VirtualClock
  readonly connect: ConnectSimulator
  /** Ana's token, and her account as the proxy names it. */
  readonly token: string
  readonly account: Account
  /** A proxy with its memory in its process. */
  readonly proxy: KillableProxy
  /** A proxy with its memory in Redis; absent where there is no Redis. */
  readonly proxyWithRedis?: KillableProxy
  /** Redis keeps its own time, so the campaign empties it when the virtual clock passes what Redis would keep. */
  readonly emptyRedis: () => Promise<void>
  readonly close: () => Promise<void>
}

export async function startWorkplace(proxyFile?: string): Promise<Workplace> {
  const clock = createVirtualClock(Date.now())
  const scene = await startProxyScene(clock.nowMs, clock.nowMs)
  const redis = hasRedis ? await createRedisHarness() : undefined
  await redis?.start()
  const client = redis && new Redis(redis.url)
  const environment = { ...scene.environment, LOG_LEVEL: 'info' }
  const proxy = await createKillableProxy(environment, proxyFile)
  const proxyWithRedis =
    redis && (await createKillableProxy({ ...environment, REDIS_URL: redis.url }, proxyFile))
  await Promise.all([proxy.start(), proxyWithRedis?.start()])
  const reader = createTaskClient({
    baseUrl: proxy.origin,
    token: async () => scene.token,
    renewToken: async () => false,
  })
  const { account } = await reader.me()
  return {
    clock,
    account,
    connect: scene.connect,
    token: scene.token,
    proxy,
    ...(proxyWithRedis ? { proxyWithRedis } : {}),
    emptyRedis: async () => void (await client?.flushall()),
    close: async () => {
      client?.disconnect()
      await Promise.all([proxy.kill(), proxyWithRedis?.kill()])
      await redis?.kill()
      await scene.close()
    },
  }
}
