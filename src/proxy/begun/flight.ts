/** A command that is being carried out, for one caller or more. */
export interface Flight<Answer> {
  readonly answer: Promise<Answer>
  /** Adds a caller. The work is given up only when every caller has left. */
  readonly join: (caller: AbortSignal) => void
  /** True when every caller has left. The work may still end with an answer if it could no longer be stopped. */
  readonly isGivenUp: () => boolean
}

export function startFlight<Answer>(
  caller: AbortSignal,
  work: (signal: AbortSignal) => Promise<Answer>,
): Flight<Answer> {
  const shared = new AbortController()
  const present = new Set<AbortSignal>()
  const leave = (signal: AbortSignal) => {
    present.delete(signal)
    if (present.size === 0) shared.abort()
  }

  function join(signal: AbortSignal) {
    present.add(signal)
    if (signal.aborted) leave(signal)
    else signal.addEventListener('abort', () => leave(signal), { once: true })
  }

  join(caller)
  return { answer: work(shared.signal), join, isGivenUp: () => shared.signal.aborted }
}

/** Carries a command out, or waits for the answer to the same one that is under way. */
export type JoinFlight<Answer> = (
  key: string,
  caller: AbortSignal,
  work: (signal: AbortSignal) => Promise<Answer>,
) => Promise<Answer>

/** For commands that need no memory, because to carry them out again changes nothing. */
export function createFlights<Answer>(): JoinFlight<Answer> {
  const flights = new Map<string, Flight<Answer>>()

  return async function join(key, caller, work) {
    const underWay = flights.get(key)
    if (underWay?.isGivenUp()) {
      // The work may be too far on to be stopped, so wait for its end.
      await underWay.answer.catch(() => {})
      return join(key, caller, work)
    }
    if (underWay) {
      underWay.join(caller)
      return underWay.answer
    }
    const flight = startFlight(caller, async (everyCaller) => {
      try {
        return await work(everyCaller)
      } finally {
        flights.delete(key)
      }
    })
    flights.set(key, flight)
    return flight.answer
  }
}
