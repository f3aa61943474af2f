import { systemClock, type Clock } from '../rates/clock.ts'
import type { BegunCommand } from './begun-command.ts'
import { createBegunMemory, isOfAnother, type BegunMemoryOptions } from './begun-memory.ts'
import { inDoubt, mayBeDone, tokenReused } from './doubt.ts'
import { startFlight, type Flight } from './flight.ts'
import type { SharedBegun } from './shared-begun.ts'

type Work<Answer> = (signal: AbortSignal) => Promise<Answer>

/** Remembers for a while which commands of one kind the proxy has begun, and the ids that they created. */
export interface Begun<Answer> {
  /**
   * Carries a command out once, however often it comes: a browser sends a POST again by itself if its connection breaks. While
   * the first answer is awaited, and after the command has created something, all callers get this answer.
   *
   * If an answer was lost, the work is done again. If that is refused, the outcome stays `unknown`. After any other refusal
   * the command is forgotten.
   */
  readonly once: (command: BegunCommand, work: Work<Answer>) => Promise<Answer>
  /** True if this proxy has created the contact for the agent within that while. */
  readonly hasCreated: (agentId: string, contactId: string) => boolean
}

export interface BegunOptions<Answer> extends Pick<BegunMemoryOptions<Answer>, 'kind' | 'answerSchema'> {
  readonly clock?: Clock | undefined
  readonly shared?: SharedBegun | undefined
  /** `rememberedForMs` if absent. */
  readonly keptForMs?: number
  /** `rememberedPerAgent` if absent. */
  readonly perAgent?: number
}

/** For tasks. AWS does not document how long Connect remembers their tokens. */
export const rememberedForMs = 10 * 60_000

/** Far more than an agent creates in ten minutes. */
const rememberedPerAgent = 200

export function createBegun<Answer extends { readonly contactId: string }>({
  clock = systemClock,
  shared,
  keptForMs = rememberedForMs,
  perAgent = rememberedPerAgent,
  ...kind
}: BegunOptions<Answer>): Begun<Answer> {
  const flights = new Map<string, Flight<Answer> & Pick<BegunCommand, 'content'>>()
  const memory = createBegunMemory({ ...kind, clock, shared, keptForMs, perAgent })

  async function carryOut(command: BegunCommand, work: Work<Answer>, signal: AbortSignal): Promise<Answer> {
    const { content } = command
    const earlier = await memory.begin(command, signal)
    if (earlier && isOfAnother(earlier, content)) {
      await memory.release(command)
      throw tokenReused(earlier.state)
    }
    if (earlier?.state === 'created') {
      memory.learn(command, earlier)
      return earlier.answer
    }
    try {
      const answer = await work(signal)
      await memory.keep(command, { state: 'created', content: content(), answer })
      return answer
    } catch (error) {
      if (mayBeDone(error)) {
        await memory.keep(command, earlier ?? { state: 'possible', content: content() })
        throw error
      }
      const doubt = earlier ?? (await memory.release(command))
      if (!doubt) throw error
      await memory.keep(command, doubt)
      if (doubt.state === 'created') return doubt.answer
      throw inDoubt(error)
    }
  }

  async function once(command: BegunCommand, work: Work<Answer>): Promise<Answer> {
    const { key, content, signal } = command
    const flight = flights.get(key)
    if (flight && !flight.isGivenUp() && flight.content() === content()) {
      flight.join(signal)
      return flight.answer
    }
    if (flight) {
      // Wait for its end: only then it is known whether the token is free.
      await flight.answer.catch(() => {})
      return once(command, work)
    }
    const known = memory.find(key)
    if (known?.state === 'created') {
      if (isOfAnother(known, content)) throw tokenReused(known.state)
      return known.answer
    }
    const begun = startFlight(signal, async (everyCaller) => {
      try {
        return await carryOut(command, work, everyCaller)
      } finally {
        flights.delete(key)
      }
    })
    flights.set(key, { ...begun, content })
    return begun.answer
  }

  return {
    once,
    hasCreated: (agentId, contactId) =>
      memory
        .ofAgent(agentId)
        .some((entry) => entry.state === 'created' && entry.answer.contactId === contactId),
  }
}
