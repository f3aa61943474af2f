import { isOffered, type Destination, type Destinations } from '../../core/fields/destination.ts'
import { createCachedList } from './cached-list.ts'
import type { Connect } from './connect.ts'
import { Failure } from '../failure.ts'
import { allowedDestinations, isDestinationAllowed, type Policy } from '../policy/policies.ts'

/** Where tasks may go in this instance, as far as a policy allows it. */
export interface DestinationDirectory {
  readonly list: (policy: Policy) => Promise<Destinations>
  /** Rejects with `destination-gone` when it is not, or no longer, on offer. */
  readonly requireOffered: (destination: Destination, policy: Policy) => Promise<void>
  /** To be called when Connect does not know what was on offer. */
  readonly distrust: () => void
  readonly ageMs: () => number | undefined
}

export interface DestinationDirectoryOptions {
  readonly connect: Pick<Connect, 'listFlows' | 'listQuickConnects'>
  readonly now: () => Date
}

const destinationsMaxAgeMs = 5 * 60_000

/** A destination missing from a list older than this may only be newer than the list. */
const rereadAfterMs = 5_000

const collator = new Intl.Collator('en', { numeric: true })

const byName = (one: { readonly name: string }, other: { readonly name: string }) =>
  collator.compare(one.name, other.name)

export function createDestinationDirectory(options: DestinationDirectoryOptions): DestinationDirectory {
  const { connect, now } = options
  async function load(): Promise<Destinations> {
    const [flows, quickConnects] = await Promise.all([connect.listFlows(), connect.listQuickConnects()])
    return { flows: flows.toSorted(byName), quickConnects: quickConnects.toSorted(byName) }
  }
  const destinations = createCachedList({ load, maxAgeMs: destinationsMaxAgeMs, now })
  return {
    list: async (policy) => allowedDestinations(await destinations.read(), policy),
    distrust: destinations.distrust,
    ageMs: destinations.ageMs,
    async requireOffered(destination, policy) {
      const isAllowed = isDestinationAllowed(destination, policy)
      if (isAllowed && isOffered(destination, await destinations.read())) return
      if (isAllowed && isOffered(destination, await destinations.readNewerThan(rereadAfterMs))) return
      throw new Failure({
        code: 'destination-gone',
        detail: 'This flow or quick connect is not on offer. GET /api/v1/destinations lists what is.',
      })
    },
  }
}
