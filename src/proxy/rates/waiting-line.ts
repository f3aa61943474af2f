/**
 * The calls that wait for their turn. Agents take turns, in the order of the turn that each was promised first. The calls of
 * one agent keep their order.
 */
export interface WaitingLine<Waiting> {
  readonly size: () => number
  readonly sizeOf: (agentId: string) => number
  /** The number of the turn that the agent’s next call would get if it joined now and no other call did. */
  readonly turnFor: (agentId: string) => number
  /** `promisedMs` counts only for an agent who has no call in line yet. */
  readonly join: (agentId: string, waiting: Waiting, promisedMs: number) => void
  readonly leave: (agentId: string, waiting: Waiting) => void
  /** Removes and returns the call whose turn it is. */
  readonly takeNext: () => Waiting | undefined
  /** The first call of each agent. */
  readonly foremost: () => readonly Waiting[]
}

interface LineOfAgent<Waiting> {
  readonly agentId: string
  readonly promisedMs: number
  readonly waiting: readonly Waiting[]
}

export function createWaitingLine<Waiting>(): WaitingLine<Waiting> {
  // In the order of turns: an agent whose call has begun goes to the end.
  let lines: readonly LineOfAgent<Waiting>[] = []
  const lineOf = (agentId: string) => lines.find((line) => line.agentId === agentId)
  const sizeOf = (agentId: string) => lineOf(agentId)?.waiting.length ?? 0

  return {
    size: () => lines.reduce((sum, { waiting }) => sum + waiting.length, 0),
    sizeOf,
    turnFor(agentId) {
      const round = sizeOf(agentId) + 1
      let isLater = false
      let turn = round
      for (const { agentId: other, waiting } of lines) {
        if (other === agentId) isLater = true
        else turn += Math.min(waiting.length, isLater ? round - 1 : round)
      }
      return turn
    },
    join(agentId, waiting, promisedMs) {
      const own = lineOf(agentId)
      if (own) {
        const longer = { ...own, waiting: [...own.waiting, waiting] }
        lines = lines.map((line) => (line === own ? longer : line))
        return
      }
      const later = lines.findIndex((line) => line.promisedMs > promisedMs)
      const place = later === -1 ? lines.length : later
      lines = lines.toSpliced(place, 0, { agentId, promisedMs, waiting: [waiting] })
    },
    leave(agentId, left) {
      lines = lines
        .map((line) =>
          line.agentId === agentId
            ? { ...line, waiting: line.waiting.filter((waiting) => waiting !== left) }
            : line,
        )
        .filter(({ waiting }) => waiting.length > 0)
    },
    takeNext() {
      const [next, ...others] = lines
      if (!next) return undefined
      const [first, ...waiting] = next.waiting
      lines = waiting.length > 0 ? [...others, { ...next, waiting }] : others
      return first
    },
    foremost: () => lines.flatMap(({ waiting }) => waiting.slice(0, 1)),
  }
}
