import type { Place, Reservation } from './interval-store.ts'

interface Latest extends Pick<Reservation, 'holder' | 'keptForMs'> {
  readonly atMs: number
}

/** The intervals of one proxy. They are always available. */
export interface OwnIntervals {
  readonly reserve: (reservation: Reservation) => Promise<Place>
  readonly waitMs: (asked: Pick<Reservation, 'key' | 'everyMs'>) => Promise<number>
  /** How many messages are remembered. */
  readonly size: () => number
}

/** With fewer entries, looking for old ones costs more than it saves. */
const sweptFrom = 1_000

/** The intervals that one proxy knows. Only age removes an entry: a bound on their number would let a second message through. */
export function createIntervalsInMemory(nowMs: () => number): OwnIntervals {
  const latest = new Map<string, Latest>()
  let sweptAt = sweptFrom

  function sweep() {
    if (latest.size < sweptAt) return
    for (const [key, { atMs, keptForMs }] of latest) if (nowMs() - atMs >= keptForMs) latest.delete(key)
    sweptAt = Math.max(sweptFrom, latest.size * 2)
  }

  function waitMs({ key, everyMs }: Pick<Reservation, 'key' | 'everyMs'>): number {
    const last = latest.get(key)
    return last ? Math.max(0, last.atMs + everyMs - nowMs()) : 0
  }

  function reserve({ key, holder, everyMs, keptForMs }: Reservation): Place {
    sweep()
    const before = latest.get(key)
    const wait = waitMs({ key, everyMs })
    const mine = { holder, keptForMs, atMs: nowMs() }
    if (before?.holder === holder) {
      latest.set(key, mine)
      return { state: 'own' }
    }
    if (wait > 0) return { state: 'taken', waitMs: wait }
    latest.set(key, mine)
    return {
      state: 'new',
      async giveBack() {
        if (latest.get(key) !== mine) return
        if (before) latest.set(key, before)
        else latest.delete(key)
      },
    }
  }

  return {
    reserve: async (reservation) => reserve(reservation),
    waitMs: async (asked) => waitMs(asked),
    size: () => latest.size,
  }
}
