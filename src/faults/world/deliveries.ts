import type { Message } from '../servers/wire.ts'

/** The requests that have arrived at the proxy, and how often the proxy has lost its memory. */
export interface Deliveries {
  readonly memoryLosses: () => number
  readonly noteMemoryLoss: () => void
  readonly noteDelivered: (message: Pick<Message, 'text' | 'clientToken'>) => void
  /** The text of each client token that the proxy got. */
  readonly textOfToken: ReadonlyMap<string, string>
  /** For each text, the number of memory losses before each of its deliveries. */
  readonly deliveredUnder: ReadonlyMap<string, ReadonlySet<number>>
}

export function createDeliveries(): Deliveries {
  const textOfToken = new Map<string, string>()
  const deliveredUnder = new Map<string, Set<number>>()
  let memoryLosses = 0
  return {
    memoryLosses: () => memoryLosses,
    noteMemoryLoss: () => {
      memoryLosses += 1
    },
    noteDelivered: ({ text, clientToken }) => {
      textOfToken.set(clientToken, text)
      deliveredUnder.set(text, (deliveredUnder.get(text) ?? new Set()).add(memoryLosses))
    },
    textOfToken,
    deliveredUnder,
  }
}
