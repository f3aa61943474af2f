import { LRUCache } from 'lru-cache'
import { ProblemError } from '../problem-error.ts'
import type { Clock } from '../rates/clock.ts'

/** Limits the bytes and files that one agent can put into the bucket. Each proxy counts for itself. */
export interface UploadTurns {
  /** Throws `busy`. */
  readonly take: (agentId: string, bytes: number) => void
}

const mebibyte = 1_048_576
const hourMs = 60 * 60_000

/** The most that an agent may have used up at a time, and the part that they regain in an hour. */
interface Budget {
  readonly most: number
  readonly anHour: number
}

/** Far more than an agent needs who adds five files each minute. */
const filesBudget: Budget = { most: 30, anHour: 720 }

/** Four tasks with as many of the largest files as Amazon Connect takes, and four more in each hour. */
const bytesBudget: Budget = { most: 2_000 * mebibyte, anHour: 2_000 * mebibyte }

/** The part of the limit that an agent has used up at a time, and not regained. */
interface Taken {
  readonly atMs: number
  readonly files: number
  readonly bytes: number
}

/** With more agents, the oldest are forgotten and start again at 0. */
const rememberedAgents = 10_000

const left = (taken: number, { anHour }: Budget, passedMs: number) =>
  Math.max(0, taken - (passedMs / hourMs) * anHour)

/** How long until this much fits the budget. */
const waitMs = (taken: number, { most, anHour }: Budget) => Math.max(0, ((taken - most) / anHour) * hourMs)

export function createUploadTurns({ nowMs }: Pick<Clock, 'nowMs'>): UploadTurns {
  const agents = new LRUCache<string, Taken>({ max: rememberedAgents })
  return {
    take(agentId, bytes) {
      const atMs = nowMs()
      const before = agents.get(agentId) ?? { atMs, files: 0, bytes: 0 }
      const passedMs = atMs - before.atMs
      const taken = {
        atMs,
        files: left(before.files, filesBudget, passedMs) + 1,
        bytes: left(before.bytes, bytesBudget, passedMs) + bytes,
      }
      const wait = Math.max(waitMs(taken.files, filesBudget), waitMs(taken.bytes, bytesBudget))
      if (wait === 0) return void agents.set(agentId, taken)
      throw new ProblemError({
        code: 'busy',
        reason: 'uploads-of-agent',
        detail:
          'The agent has asked for as many uploads as the proxy accepts from one agent. Send the same request again after the wait.',
        retryAfterSeconds: Math.ceil(wait / 1_000),
      })
    },
  }
}
