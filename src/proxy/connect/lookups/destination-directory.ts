import { isOffered } from '../../../core/fields/destination.ts'
import type { Destination, Destinations } from '../../../core/fields/destination-key.ts'
import { createCachedList } from './cached-list.ts'
import type { Connect } from '../connect.ts'
import { listContactFlows } from '../operations/list-contact-flows.ts'
import { listQuickConnects } from '../operations/list-quick-connects.ts'
import { noted, type NoteAttempt } from '../../logs/dependency-log.ts'
import { ProblemError } from '../../problem-error.ts'
import { allowedDestinations, isDestinationAllowed, type Policy } from '../../policy/policies.ts'

/** The flows and quick connects of the instance that a policy allows. */
export interface DestinationDirectory {
  readonly list: (policy: Policy) => Promise<Destinations>
  /** Rejects with `destination-gone` if the destination is not, or no longer, offered. */
  readonly requireOffered: (destination: Destination, policy: Policy) => Promise<void>
  /** Called when Connect does not know a destination that was offered. */
  readonly distrust: () => void
  /** True if there are destinations to offer, even while Connect fails. */
  readonly isReady: () => boolean
  readonly ageMs: () => number | undefined
}

export interface DestinationDirectoryOptions {
  readonly connect: Pick<Connect, 'call'>
  readonly now: () => Date
  readonly note: NoteAttempt
}

const destinationsMaxAgeMs = 5 * 60_000

/** If a destination is missing from a list older than this, it may be newer than the list, so the list is read again. */
const rereadAfterMs = 5_000

const collator = new Intl.Collator('en', { numeric: true })

const byName = (one: { readonly name: string }, other: { readonly name: string }) =>
  collator.compare(one.name, other.name)

export function createDestinationDirectory(options: DestinationDirectoryOptions): DestinationDirectory {
  const { connect, now, note } = options
  async function load(): Promise<Destinations> {
    const [flows, quickConnects] = await noted(note, () =>
      Promise.all([connect.call(listContactFlows, undefined), connect.call(listQuickConnects, undefined)]),
    )
    return { flows: flows.toSorted(byName), quickConnects: quickConnects.toSorted(byName) }
  }
  const destinations = createCachedList({ load, maxAgeMs: destinationsMaxAgeMs, now })
  return {
    list: async (policy) => allowedDestinations(await destinations.read(), policy),
    distrust: destinations.distrust,
    isReady: destinations.isUsable,
    ageMs: destinations.ageMs,
    async requireOffered(destination, policy) {
      const isAllowed = isDestinationAllowed(destination, policy)
      if (isAllowed && isOffered(destination, await destinations.read())) return
      if (isAllowed && isOffered(destination, await destinations.readNewerThan(rereadAfterMs))) return
      throw new ProblemError({
        code: 'destination-gone',
        reason: isAllowed ? 'destination-not-offered' : 'destination-not-allowed',
        detail: 'This flow or quick connect is not offered. GET /api/v1/destinations lists those that are.',
      })
    },
  }
}
