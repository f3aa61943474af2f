/** Those who wait for something scarce: agents take turns, and what one agent waits for comes in its order. */
export interface WaitingLine<Waiting> {
  readonly size: () => number
  readonly sizeOf: (agentId: string) => number
  /** Which turn from now the agent's next would get if it joined and nobody else did. */
  readonly turnFor: (agentId: string) => number
  readonly join: (agentId: string, waiting: Waiting) => void
  readonly leave: (agentId: string, waiting: Waiting) => void
  /** Takes out whoever's turn it is. */
  readonly takeNext: () => Waiting | undefined
  /** Of each agent the one who has waited longest. */
  readonly foremost: () => readonly Waiting[]
}

export function createWaitingLine<Waiting>(): WaitingLine<Waiting> {
  // In the order of turns: whoever had one goes to the end.
  const lines = new Map<string, readonly Waiting[]>()
  const sizeOf = (agentId: string) => lines.get(agentId)?.length ?? 0

  function keep(agentId: string, line: readonly Waiting[]) {
    if (line.length > 0) lines.set(agentId, line)
    else lines.delete(agentId)
  }

  return {
    size: () => Array.from(lines.values(), ({ length }) => length).reduce((sum, length) => sum + length, 0),
    sizeOf,
    turnFor(agentId) {
      const round = sizeOf(agentId) + 1
      let isLater = false
      let turn = round
      for (const [other, { length }] of lines) {
        if (other === agentId) isLater = true
        else turn += Math.min(length, isLater ? round - 1 : round)
      }
      return turn
    },
    join: (agentId, waiting) => keep(agentId, [...(lines.get(agentId) ?? []), waiting]),
    leave: (agentId, waiting) =>
      keep(
        agentId,
        (lines.get(agentId) ?? []).filter((other) => other !== waiting),
      ),
    takeNext() {
      for (const [agentId, [first, ...others]] of lines) {
        lines.delete(agentId)
        keep(agentId, others)
        return first
      }
      return undefined
    },
    foremost: () => Array.from(lines.values()).flatMap((line) => line.slice(0, 1)),
  }
}
