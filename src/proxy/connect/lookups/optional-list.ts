import { ProblemError } from '../../problem-error.ts'
import { createCachedList, type CachedListOptions } from './cached-list.ts'

/** A list without which agents are still served, with less. */
export interface OptionalList<Items extends {}> {
  /** Undefined while it cannot be read. */
  readonly read: () => Promise<Items | undefined>
  /** Reads the list again if it is older than this; rejects if that fails. */
  readonly readNewerThan: (oldestMs: number) => Promise<Items>
  readonly distrust: () => void
}

/** An administrator must add a missing IAM permission, so Connect is not asked with every request. */
const askedAgainAfterMs = 60_000

export function createOptionalList<Items extends {}>(options: CachedListOptions<Items>): OptionalList<Items> {
  const list = createCachedList(options)
  const nowMs = () => options.now().getTime()
  let pauseUntilMs = 0
  return {
    async read() {
      if (nowMs() < pauseUntilMs && !list.isUsable()) return undefined
      try {
        return await list.read()
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        pauseUntilMs = nowMs() + askedAgainAfterMs
        return undefined
      }
    },
    readNewerThan: list.readNewerThan,
    distrust: list.distrust,
  }
}
