/**
 * Those who wait for something scarce: agents take turns, in the order of what each was promised at first, and what one
 * agent waits for comes in its order.
 */
export interface WaitingLine<Waiting> {
  readonly size: () => number
  readonly sizeOf: (agentId: string) => number
  /** Which turn from now the agent's next would get if it joined and nobody else did. */
  readonly turnFor: (agentId: string) => number
  /** `promisedMs` counts where the agent has nothing in line yet. */
  readonly join: (agentId: string, waiting: Waiting, promisedMs: number) => void
  readonly leave: (agentId: string, waiting: Waiting) => void
  /** Takes out whoever's turn it is. */
  readonly takeNext: () => Waiting | undefined
  /** Of each agent the one who has waited longest. */
  readonly foremost: () => readonly Waiting[]
}

interface LineOfAgent<Waiting> {
  readonly agentId: string
  readonly promisedMs: number
  readonly waiting: readonly Waiting[]
}

export function createWaitingLine<Waiting>(): WaitingLine<Waiting> {
  // In the order of turns: whoever had one goes to the end.
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
