import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { runBuiltProxy, type BuiltProxy } from '../../simulators/built-proxy.ts'
import { freePort } from '../../simulators/free-port.ts'
import { sendTo } from './wire.ts'

/** The built proxy in a process of its own, which the campaign kills and starts again on the same port. */
export interface KillableProxy {
  readonly origin: string
  readonly isUp: () => boolean
  readonly start: () => Promise<void>
  readonly kill: () => Promise<void>
  /** Sets its clock to this time. */
  readonly setClock: (nowMs: number) => Promise<void>
}

const preload = fileURLToPath(new URL('proxy-clock.mjs', import.meta.url))

/** No rule of the product notices a smaller difference, and each message to the process costs time. */
const toleratedMs = 1_000

const get = { method: 'GET', headers: {}, body: undefined }
const askedAgainMs = 10

export async function createKillableProxy(
  environment: Readonly<Record<string, string>>,
  file?: string,
): Promise<KillableProxy> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  let proxy: BuiltProxy | undefined
  let aheadMs = 0
  let isTold: Promise<unknown> = Promise.resolve()
  return {
    origin,
    isUp: () => proxy !== undefined,
    start: async () => {
      if (proxy) return
      const environmentNow = { ...environment, CLOCK_AHEAD_MS: String(aheadMs) }
      proxy = await runBuiltProxy(port, environmentNow, file, { preload })
      // Wait until it is ready: before it has read the identity provider's keys and the users, it refuses every agent.
      while ((await sendTo(`${origin}/readyz`, get))?.status !== 200) await sleep(askedAgainMs)
    },
    kill: async () => {
      const killed = proxy
      proxy = undefined
      await killed?.kill()
    },
    setClock: async (nowMs) => {
      const wantedMs = nowMs - Date.now()
      if (Math.abs(wantedMs - aheadMs) < toleratedMs) {
        await isTold
        return
      }
      aheadMs = wantedMs
      // Also ends if the proxy is killed before it answers.
      if (proxy) isTold = Promise.race([proxy.tell({ aheadMs }), proxy.ended])
      await isTold
    },
  }
}
