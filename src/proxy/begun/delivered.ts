import type { Sha256Hex } from '../tasks/client-token.ts'
import { createRemembered } from './remembered.ts'
import { storeAway, type SharedBegun } from './shared-begun.ts'

/** A request as it is known before its body is read and its agent is verified. */
export interface RequestMark {
  readonly authorization: string
  readonly path: string
  readonly contentLength: string
}

/**
 * Remembers for a minute which requests to change something have passed the sign-in. A browser sends a POST again by itself if
 * its connection breaks, with the same headers. If the proxy refuses that one, because the token has expired between the two
 * for example, the first one may have been carried out all the same.
 *
 * A request is recognised by its bearer token among others, so that no caller learns of the requests of another agent.
 */
export interface Delivered {
  readonly has: (mark: RequestMark) => Promise<boolean>
  readonly note: (agentId: string, mark: RequestMark) => Promise<void>
  /** Forgets a request that was refused, because nothing was done. */
  readonly forget: (agentId: string, mark: RequestMark) => Promise<void>
}

export interface DeliveredOptions {
  readonly sha256Hex: Sha256Hex
  readonly now: () => Date
  /** Present where several proxies share a store. */
  readonly shared?: Pick<SharedBegun, 'keep' | 'read'> | undefined
}

/** Longer than a panel waits for an answer. */
export const sentAgainWithinMs = 60_000

/** Far more than one agent sends in a minute. */
const rememberedPerAgent = 100

export function createDelivered({ sha256Hex, now, shared }: DeliveredOptions): Delivered {
  const nowMs = () => now().getTime()
  const delivered = createRemembered<boolean>({
    nowMs,
    keptForMs: sentAgainWithinMs,
    perAgent: rememberedPerAgent,
  })
  const keyOf = ({ authorization, path, contentLength }: RequestMark) =>
    `delivered:${sha256Hex(JSON.stringify([authorization, path, contentLength]))}`
  /** The store keeps an entry for longer than a minute, so it holds the time. */
  const keepShared = (key: string, atMs: number) =>
    shared?.keep(key, { state: 'possible', content: String(atMs) })

  return {
    has: async (mark) => {
      const key = keyOf(mark)
      const known = delivered.get(key)
      if (known !== undefined) return known
      const entry = await shared?.read(key)
      if (entry === undefined || entry === storeAway || entry.state !== 'possible') return false
      return nowMs() - Number(entry.content) < sentAgainWithinMs
    },
    note: async (agentId, mark) => {
      const key = keyOf(mark)
      delivered.set(agentId, key, true)
      await keepShared(key, nowMs())
    },
    forget: async (agentId, mark) => {
      const key = keyOf(mark)
      delivered.set(agentId, key, false)
      await keepShared(key, 0)
    },
  }
}
