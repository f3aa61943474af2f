import type * as z from 'zod/mini'
import { systemClock, type Clock } from '../rates/clock.ts'
import { inDoubt, mayBeDone, tokenReused } from './doubt.ts'
import { startFlight, type Flight } from './flight.ts'
import { beginAmongOthers, unsettled, type LeftByOthers } from './others.ts'
import { createRemembered } from './remembered.ts'
import { storeAway, type SharedBegun } from './shared-begun.ts'

/** One attempt of an agent to carry out a command. */
export interface BegunCommand {
  readonly agentId: string
  /** A hash of the agent and their client token, so that no agent finds the command of another. */
  readonly key: string
  /** A hash of everything that was asked. A large body that is refused is not hashed. */
  readonly content: () => string
  /** Aborted when the caller closes the connection. */
  readonly signal: AbortSignal
}

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

export interface BegunOptions<Answer> {
  /** A name for this kind of command in the shared store. */
  readonly kind: string
  /** Reads an answer that another proxy has stored. */
  readonly answerSchema: z.ZodMiniType<Answer>
  readonly clock?: Clock | undefined
  /** Present where several proxies share a store, which remembers as long. */
  readonly shared?: SharedBegun | undefined
  /** `rememberedForMs` if absent. */
  readonly keptForMs?: number
  /** The most commands of one agent. `rememberedPerAgent` if absent. */
  readonly perAgent?: number
}

/** Of tasks, whose tokens Connect remembers for a time that is not documented. */
export const rememberedForMs = 10 * 60_000

/** Far more than an agent creates in ten minutes. */
const rememberedPerAgent = 200

type Settled<Answer> =
  | { readonly state: 'possible'; readonly content: string }
  | { readonly state: 'created'; readonly content: string; readonly answer: Answer }

/** The content of a command that another proxy has left unsettled is not known. */
const isOfAnother = (entry: Pick<Settled<unknown>, 'content'>, content: () => string) =>
  entry.content !== unsettled.content && entry.content !== content()

export function createBegun<Answer extends { readonly contactId: string }>({
  kind,
  answerSchema,
  clock = systemClock,
  shared,
  keptForMs = rememberedForMs,
  perAgent = rememberedPerAgent,
}: BegunOptions<Answer>): Begun<Answer> {
  const flights = new Map<string, Flight<Answer> & Pick<BegunCommand, 'content'>>()
  const settled = createRemembered<Settled<Answer>>({
    nowMs: clock.nowMs,
    keptForMs,
    perAgent,
  })

  const sharedKey = (key: string) => `${kind}:${key}`

  /** An answer that cannot be read is a doubt. */
  function read(entry: LeftByOthers): Settled<Answer> {
    if (entry.state === 'possible') return entry
    const { state, content, answer } = entry
    try {
      return { state, content, answer: answerSchema.parse(JSON.parse(answer)) }
    } catch {
      return { state: 'possible', content }
    }
  }

  function keep({ agentId, key }: BegunCommand, entry: Settled<Answer>): Promise<void> | undefined {
    settled.set(agentId, key, entry)
    if (entry.state === 'possible') return shared?.keep(sharedKey(key), entry)
    return shared?.keep(sharedKey(key), { ...entry, answer: JSON.stringify(entry.answer) })
  }

  /** Forgets a refused command; resolves to the result of another proxy that has gone on with it meanwhile. */
  async function release({ key, content }: BegunCommand): Promise<Settled<Answer> | undefined> {
    const entry = await shared?.release(sharedKey(key))
    if (entry === undefined || entry === storeAway) return undefined
    const left = entry.state === 'begun' ? unsettled : entry
    return isOfAnother(left, content) ? undefined : read(left)
  }

  async function carryOut(
    command: BegunCommand,
    work: Work<Answer>,
    signal: AbortSignal,
    known: Settled<Answer> | undefined,
  ): Promise<Answer> {
    const { agentId, key, content } = command
    const others = shared && (await beginAmongOthers(shared, { key: sharedKey(key), signal }, clock))
    const earlier = others ? read(others) : known
    if (earlier && isOfAnother(earlier, content)) {
      await shared?.release(sharedKey(key))
      throw tokenReused(earlier.state)
    }
    if (earlier?.state === 'created') {
      settled.set(agentId, key, earlier)
      return earlier.answer
    }
    try {
      const answer = await work(signal)
      await keep(command, { state: 'created', content: content(), answer })
      return answer
    } catch (error) {
      if (mayBeDone(error)) {
        await keep(command, earlier ?? { state: 'possible', content: content() })
        throw error
      }
      const doubt = earlier ?? (await release(command))
      if (!doubt) throw error
      await keep(command, doubt)
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
      // Only its end shows whether the token is still free.
      await flight.answer.catch(() => {})
      return once(command, work)
    }
    const known = settled.get(key)
    if (known?.state === 'created') {
      if (isOfAnother(known, content)) throw tokenReused(known.state)
      return known.answer
    }
    const begun = startFlight(signal, async (everyCaller) => {
      try {
        return await carryOut(command, work, everyCaller, known)
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
      settled
        .ofAgent(agentId)
        .some((entry) => entry.state === 'created' && entry.answer.contactId === contactId),
  }
}
