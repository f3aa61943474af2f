/**
 * Whom a line has sent away, and when the turn of each will be: those who come later are told later times, so that
 * whoever comes back when told finds room. An agent has one appointment at the most; nobody's burst fills the book.
 */
export interface Appointments {
  readonly turnMs: (agentId: string) => number | undefined
  /**
   * How many others to let pass first, for a turn that delays nobody who was told one; `turnAfter` says when the agent's
   * turn would be after so many of them.
   */
  readonly ahead: (agentId: string, turnAfter: (others: number) => number) => number
  /** In the place of the agent's last one. It is forgotten at once when the book is full. */
  readonly make: (agentId: string, turnMs: number) => void
  readonly end: (agentId: string) => void
}

interface Appointment {
  readonly agentId: string
  readonly turnMs: number
  /** From when on the agent is late: a turn may have been over when it was told. */
  readonly lateFromMs: number
}

export const mostAppointments = 1_000

/** Whoever is later than this may still come, but nobody lets them pass. */
const expectedAfterTurnMs = 5_000

/** As late as browsers may ring the alarms of a page that nobody looks at. */
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
