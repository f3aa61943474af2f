import { CallerLeft } from '../problem-error.ts'
import type { Clock } from '../rates/clock.ts'
import { tokenReused } from './doubt.ts'
import { storeAway, type SharedBegun, type SharedEntry, type StoreAway } from './shared-begun.ts'

/** The longest wait for the answer of another proxy, well within the time for which a panel waits. */
const othersPatienceMs = 8_000
const pauseMs = 100

interface Question {
  readonly key: string
  readonly content: string
  /** Aborted when every caller has left. */
  readonly signal: AbortSignal
}

/** Waits while another proxy carries the same command out. Resolves to undefined if it has refused. */
async function settledByOthers(
  { read }: SharedBegun,
  { key, content, signal }: Question,
  { clock, untilMs }: { readonly clock: Clock; readonly untilMs: number },
): Promise<SharedEntry | StoreAway | undefined> {
  for (;;) {
    if (signal.aborted) throw new CallerLeft()
    // Each look comes after a pause.
    await new Promise<void>((resolve) => void clock.wakeIn(pauseMs, resolve))
    const entry = await read(key)
    if (entry === undefined || entry === storeAway) return entry
    // The other proxy was refused, and the token is in use for other content now.
    if (entry.content !== content) throw tokenReused()
    // Otherwise the other proxy has ended without an answer, or is too slow.
    if (entry.state !== 'begun' || clock.nowMs() >= untilMs) return entry
  }
}

/**
 * Marks a command as begun in the shared store. Resolves to the entry of another proxy that has begun it before: its answer, or
 * the doubt that it left.
 */
export async function beginAmongOthers(
  shared: SharedBegun,
  question: Question,
  clock: Clock,
): Promise<SharedEntry | undefined> {
  const untilMs = clock.nowMs() + othersPatienceMs
  for (;;) {
    // Each try comes after the answer to the one before.
    const entry = await shared.begin(question.key, question.content)
    if (entry === undefined || entry === storeAway) return undefined
    if (entry.content !== question.content) throw tokenReused()
    if (entry.state !== 'begun') return entry
    const settled = await settledByOthers(shared, question, { clock, untilMs })
    if (settled === storeAway) return entry
    // If the other proxy is refused after all, it has to know that this one has gone on.
    if (settled?.state === 'begun') await shared.keep(question.key, { ...entry, state: 'possible' })
    if (settled !== undefined) return settled
  }
}
