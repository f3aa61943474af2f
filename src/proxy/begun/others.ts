import { CallerLeft } from '../problem-error.ts'
import type { Clock } from '../rates/clock.ts'
import { storeAway, type SharedBegun, type SharedEntry, type StoreAway } from './shared-begun.ts'

/** The longest wait for the answer of another proxy, well within the time for which a panel waits. */
const othersPatienceMs = 8_000
const pauseMs = 100

interface Question {
  readonly key: string
  /** Aborted when every caller has left. */
  readonly signal: AbortSignal
}

/** Waits while another proxy carries the same command out. Resolves to undefined if it has refused. */
async function settledByOthers(
  { read }: SharedBegun,
  { key, signal }: Question,
  { clock, untilMs }: { readonly clock: Clock; readonly untilMs: number },
): Promise<SharedEntry | StoreAway | undefined> {
  for (;;) {
    if (signal.aborted) throw new CallerLeft()
    // Each look comes after a pause.
    await new Promise<void>((resolve) => void clock.wakeIn(pauseMs, resolve))
    const entry = await read(key)
    if (entry === undefined || entry === storeAway || entry.state !== 'begun') return entry
    // The other proxy has ended without an answer, or is too slow.
    if (clock.nowMs() >= untilMs) return entry
  }
}

/** The state that another proxy has left. */
export type LeftByOthers = Exclude<SharedEntry, { readonly state: 'begun' }>

/** A command that another proxy has begun and not settled, perhaps with other content. */
export const unsettled: LeftByOthers = { state: 'possible', content: '' }

/**
 * Marks a command as begun in the shared store. Resolves to its state if another proxy has begun it before, which is awaited
 * for a while.
 */
export async function beginAmongOthers(
  shared: SharedBegun,
  question: Question,
  clock: Clock,
): Promise<LeftByOthers | undefined> {
  const untilMs = clock.nowMs() + othersPatienceMs
  for (;;) {
    // Each try comes after the answer to the one before.
    const found = await shared.begin(question.key)
    if (found === undefined || found === storeAway) return undefined
    const isBegun = found.state === 'begun'
    const settled = isBegun ? await settledByOthers(shared, question, { clock, untilMs }) : found
    if (settled === storeAway) return unsettled
    if (settled?.state === 'begun') {
      // If the other proxy is refused later, it must know that this proxy has continued.
      await shared.keep(question.key, unsettled)
      return unsettled
    }
    // If there is no entry, the other proxy was refused, and this one may begin.
    if (settled) return settled
  }
}
