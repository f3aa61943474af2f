/**
 * The turns of agents who were refused and will come back. Agents who come later get later turns, so a refused agent finds
 * room when they come back. An agent has at most one appointment, so the burst of one agent does not fill the book.
 */
export interface Appointments {
  readonly turnMs: (agentId: string) => number | undefined
  /**
   * How many other appointments must pass first, so that none of them is delayed. `turnAfter` returns the agent’s turn after
   * so many others.
   */
  readonly ahead: (agentId: string, turnAfter: (others: number) => number) => number
  /** Replaces the agent’s last appointment. If the book is full, the new one is not kept. */
  readonly make: (agentId: string, turnMs: number) => void
  readonly end: (agentId: string) => void
}

interface Appointment {
  readonly agentId: string
  readonly turnMs: number
  /** The agent is late after this: the turn, or the time of the appointment if that was later. */
  readonly lateFromMs: number
}

export const mostAppointments = 1_000

/** An agent who is later than this may still come, but others no longer wait for them. */
const expectedAfterTurnMs = 5_000

/** Browsers delay the timers of a page in the background by up to a minute. */
export const keptAfterTurnMs = 60_000

export function createAppointments(nowMs: () => number): Appointments {
  /** Earliest first. */
  let book: readonly Appointment[] = []

  const isKept = ({ lateFromMs }: Appointment) => nowMs() <= lateFromMs + keptAfterTurnMs
  const find = (agentId: string) => book.find((appointment) => appointment.agentId === agentId)

  return {
    turnMs(agentId) {
      const appointment = find(agentId)
      return appointment && isKept(appointment) ? appointment.turnMs : undefined
    },
    ahead(agentId, turnAfter) {
      const expected = book.filter(
        (other) => other.agentId !== agentId && nowMs() <= other.lateFromMs + expectedAfterTurnMs,
      )
      const after = expected.findIndex(({ turnMs }, others) => turnAfter(others + 1) <= turnMs)
      return after === -1 ? expected.length : after
    },
    make(agentId, turnMs) {
      const others = book.filter((other) => other.agentId !== agentId && isKept(other))
      if (others.length >= mostAppointments) return
      const appointment = { agentId, turnMs, lateFromMs: Math.max(turnMs, nowMs()) }
      book = [...others, appointment].toSorted((one, other) => one.turnMs - other.turnMs)
    },
    end(agentId) {
      if (find(agentId)) book = book.filter((appointment) => appointment.agentId !== agentId)
    },
  }
}
