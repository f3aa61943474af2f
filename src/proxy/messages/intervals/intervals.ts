import { storeAway } from '../../begun/shared-begun.ts'
import { ProblemError } from '../../problem-error.ts'
import type { IntervalStore, Place, Reservation } from './interval-store.ts'
import type { OwnIntervals } from './intervals-in-memory.ts'

/** The intervals of recipients, by their numbers. */
export interface Intervals {
  /** Rejects if another proxy hashes numbers with another secret; resolves to false while the store is away. */
  readonly requireOneSecret: () => Promise<boolean>
  /** Rejects with `busy` while the proxies cannot know of each other’s messages. */
  readonly reserve: (reservation: NumberReservation) => Promise<Place>
  /** When the recipient may get the next message; undefined for now, or if it is not known. */
  readonly nextAt: (asked: Omit<NumberReservation, 'holder'>) => Promise<Date | undefined>
}

export interface NumberReservation extends Pick<Reservation, 'holder' | 'everyMs'> {
  /** In E.164. */
  readonly number: string
}

export interface IntervalsOptions {
  /** Hides a number. */
  readonly keyOf: (number: string) => Promise<string>
  readonly own: OwnIntervals
  /** Present where several proxies share a store. */
  readonly shared?: IntervalStore | undefined
  /** The longest interval of a policy. */
  readonly longestMs: number
  readonly now: () => Date
}

const retryAfterSeconds = 2

const intervalUnknown = () =>
  new ProblemError({
    code: 'busy',
    reason: 'interval-unknown',
    detail:
      'The store that the proxies share is away, so it is not known whether the customer has just had another message; nothing was sent. Send the same request again after the wait.',
    retryAfterSeconds,
  })

const secretDiffers = () =>
  new ProblemError({
    code: 'unexpected',
    reason: 'number-secret-differs',
    detail: 'The proxies do not know of each other’s messages; nothing was sent. Tell the administrator.',
    logged: {
      why: 'NUMBER_HASH_SECRET differs from that of another proxy with this Redis, so a customer could get two messages at once. Set the same value at all proxies. To change it, see “Secret” in README.md of the proxy.',
    },
  })

/** No number is written like this. */
const provenText = 'NUMBER_HASH_SECRET'

/**
 * Each readiness probe renews the proof of the secret. If no proxy has renewed it for this long, proxies with another secret may
 * start.
 */
const provenForMs = 60_000

const giveBack = async (place: Place | undefined) => {
  if (place?.state === 'new') await place.giveBack()
}

/** Two messages of one token are one message, even if only one of the two stores knows the first. */
function together(mine: Place, others: Place | undefined): Place {
  if (mine.state !== 'new' || others?.state === 'own') return { state: 'own' }
  return {
    state: 'new',
    async giveBack() {
      await Promise.all([giveBack(mine), giveBack(others)])
    },
  }
}

/** The proxy’s own memory counts beside the shared store, which may have lost its entries. */
export function createIntervals({ keyOf, own, shared, longestMs, now }: IntervalsOptions): Intervals {
  const agree = async (keptForMs: number) => shared?.agree({ proof: await keyOf(provenText), keptForMs })

  /** As long as the interval of this message counts, no proxy may look for it by another hash. */
  async function reservedAtOthers(reservation: Reservation): Promise<Place | undefined> {
    const isOneSecret = await agree(longestMs)
    if (isOneSecret === false) throw secretDiffers()
    const others = isOneSecret === storeAway ? storeAway : await shared?.reserve(reservation)
    if (others === storeAway) throw intervalUnknown()
    return others
  }

  async function othersPlace(reservation: Reservation, mine: Place): Promise<Place | undefined> {
    try {
      return await reservedAtOthers(reservation)
    } catch (error) {
      await giveBack(mine)
      throw error
    }
  }

  return {
    async requireOneSecret() {
      const answer = await agree(provenForMs)
      if (answer === false) throw secretDiffers()
      return answer !== storeAway
    },
    async reserve({ number, holder, everyMs }) {
      const reservation = { key: await keyOf(number), holder, everyMs, keptForMs: longestMs }
      const mine = await own.reserve(reservation)
      if (mine.state === 'taken') return mine
      const others = await othersPlace(reservation, mine)
      if (others?.state !== 'taken') return together(mine, others)
      await giveBack(mine)
      return others
    },
    async nextAt({ number, everyMs }) {
      const asked = { key: await keyOf(number), everyMs }
      const waits = await Promise.all([own.waitMs(asked), shared?.waitMs(asked)])
      const waitMs = Math.max(...waits.map((wait) => (typeof wait === 'number' ? wait : 0)))
      return waitMs > 0 ? new Date(now().getTime() + waitMs) : undefined
    },
  }
}
