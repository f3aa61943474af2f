import { Redis } from 'ioredis'
import { createTaskClient, type TaskClient } from '../../client/task-client.ts'
import type { Account } from '../../drafts/account.ts'
import { createRedisHarness, hasRedis } from '../../proxy/harness/redis-harness.ts'
import { startProxyScene } from '../../proxy/harness/proxy-scene.ts'
import type { ConnectSimulator } from '../../simulators/connect/connect-simulator.ts'
import { ana, ben, type InstanceUser } from '../../simulators/instance/instance.ts'
import { writePolicyFile } from '../../simulators/policy-file.ts'
import { createKillableProxy, type KillableProxy } from './killable-proxy.ts'
import { messagesRule } from '../seed/message-content.ts'
import { createVirtualClock, type VirtualClock } from '../seed/virtual-clock.ts'
import { startStoreSimulator, type StoreSimulator } from '../../simulators/store/store-simulator.ts'

/** An agent with a token, and with the account as the proxy names it. */
export interface SignedInAgent {
  readonly user: InstanceUser
  readonly token: string
  readonly account: Account
}

/** The servers that the runs of one process use one after another. */
export interface Workplace {
  readonly clock: VirtualClock
  readonly connect: ConnectSimulator
  /** The bucket that files go to. */
  readonly store: StoreSimulator
  /** Two agents who use the same browser one after the other. */
  readonly agents: readonly [SignedInAgent, SignedInAgent]
  /** A proxy with its memory in its process. */
  readonly proxy: KillableProxy
  /** A proxy with its memory in Redis; absent where there is no Redis. */
  readonly proxyWithRedis?: KillableProxy
  /** Redis keeps its own time, so the campaign empties it when the virtual clock passes what Redis would keep. */
  readonly emptyRedis: () => Promise<void>
  readonly close: () => Promise<void>
}

const longAfterEveryRun = Date.UTC(2100, 0) / 1_000

/** Reads from the proxy in the name of an agent. */
export const readerOf = (baseUrl: string, token: string): TaskClient =>
  createTaskClient({ baseUrl, token: async () => token, renewToken: async () => false })

export async function startWorkplace(proxyFile?: string): Promise<Workplace> {
  const clock = createVirtualClock(Date.now())
  const scene = await startProxyScene(clock.nowMs, clock.nowMs)
  const store = await startStoreSimulator({ now: clock.nowMs })
  const redis = hasRedis ? await createRedisHarness() : undefined
  await redis?.start()
  const client = redis && new Redis(redis.url)
  const policy = await writePolicyFile({ policies: [{ name: 'Everyone', messages: messagesRule }] })
  const environment = {
    ...scene.environment,
    LOG_LEVEL: 'info',
    POLICY_FILE: policy.path,
    ATTACHMENTS_BUCKET: store.bucketName,
    AWS_ENDPOINT_URL_S3: store.url,
    SEAL_SECRET: 'a secret of the campaign, which seals the files of tasks',
    NUMBER_HASH_SECRET: 'a secret of the campaign, which hides the numbers',
  }
  const proxy = await createKillableProxy(environment, proxyFile)
  const proxyWithRedis =
    redis && (await createKillableProxy({ ...environment, REDIS_URL: redis.url }, proxyFile))
  await Promise.all([proxy.start(), proxyWithRedis?.start()])
  const signedIn = async (user: InstanceUser): Promise<SignedInAgent> => {
    const token = await scene.identity.tokenFor(user, { exp: longAfterEveryRun })
    const { account } = await readerOf(proxy.origin, token).me()
    return { user, token, account }
  }
  const agents = [await signedIn(ana), await signedIn(ben)] as const
  return {
    clock,
    agents,
    connect: scene.connect,
    store,
    proxy,
    ...(proxyWithRedis ? { proxyWithRedis } : {}),
    emptyRedis: async () => void (await client?.flushall()),
    close: async () => {
      client?.disconnect()
      await Promise.all([proxy.kill(), proxyWithRedis?.kill()])
      await redis?.kill()
      await Promise.all([scene.close(), store.close(), policy.remove()])
    },
  }
}
