import type * as z from 'zod/mini'
import type { Clock } from '../rates/clock.ts'
import type { BegunCommand } from './begun-command.ts'
import { beginAmongOthers, unsettled, type LeftByOthers } from './others.ts'
import { createRemembered } from './remembered.ts'
import { storeAway, type SharedBegun } from './shared-begun.ts'

/** The state of a command after an attempt to carry it out. */
export type Settled<Answer> =
  | { readonly state: 'possible'; readonly content: string }
  | { readonly state: 'created'; readonly content: string; readonly answer: Answer }

/** The content of a command that another proxy has left unsettled is not known. */
export const isOfAnother = (entry: Pick<Settled<unknown>, 'content'>, content: () => string): boolean =>
  entry.content !== unsettled.content && entry.content !== content()

export interface BegunMemoryOptions<Answer> {
  /** A name for this kind of command in the shared store. */
  readonly kind: string
  /** Reads an answer that another proxy has stored. */
  readonly answerSchema: z.ZodMiniType<Answer>
  readonly clock: Clock
  /** Present where several proxies share a store, which remembers as long. */
  readonly shared: SharedBegun | undefined
  readonly keptForMs: number
  /** The most commands of one agent. */
  readonly perAgent: number
}

/** How far commands of one kind have come: in this proxy, and in the store that it shares with others. */
export interface BegunMemory<Answer> {
  /** The state as this proxy knows it. */
  readonly find: (key: string) => Settled<Answer> | undefined
  readonly ofAgent: (agentId: string) => readonly Settled<Answer>[]
  /**
   * Marks the command as begun. Resolves to its state if another proxy has begun it before, which is awaited for a while,
   * or else to what this proxy knows. `signal` is aborted when every caller has left.
   */
  readonly begin: (command: BegunCommand, signal: AbortSignal) => Promise<Settled<Answer> | undefined>
  readonly keep: (command: BegunCommand, entry: Settled<Answer>) => Promise<void>
  /** Stores the state in this proxy only, because the shared store has it already. */
  readonly learn: (command: BegunCommand, entry: Settled<Answer>) => void
  /** Forgets a refused command; resolves to the result of another proxy that has gone on with it meanwhile. */
  readonly release: (command: BegunCommand) => Promise<Settled<Answer> | undefined>
}

export function createBegunMemory<Answer>(options: BegunMemoryOptions<Answer>): BegunMemory<Answer> {
  const { kind, answerSchema, clock, shared, keptForMs, perAgent } = options
  const own = createRemembered<Settled<Answer>>({ nowMs: clock.nowMs, keptForMs, perAgent })
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

  const learn = ({ agentId, key }: BegunCommand, entry: Settled<Answer>) => own.set(agentId, key, entry)

  return {
    find: own.get,
    ofAgent: own.ofAgent,
    learn,
    async begin({ key }, signal) {
      // Read before the wait, after which it may be forgotten.
      const known = own.get(key)
      const left = shared && (await beginAmongOthers(shared, { key: sharedKey(key), signal }, clock))
      return left ? read(left) : known
    },
    async keep(command, entry) {
      learn(command, entry)
      await shared?.keep(
        sharedKey(command.key),
        entry.state === 'possible' ? entry : { ...entry, answer: JSON.stringify(entry.answer) },
      )
    },
    async release({ key, content }) {
      const entry = await shared?.release(sharedKey(key))
      if (entry === undefined || entry === storeAway) return undefined
      const left = entry.state === 'begun' ? unsettled : entry
      return isOfAnother(left, content) ? undefined : read(left)
    },
  }
}
