import { createSubmission } from '../client/submissions/submission.ts'
import { TaskClientError } from '../client/task-client-error.ts'
import type { CreatedTask } from '../contract/tasks/tasks.ts'
import type { Attempt } from '../core/attempts/attempt.ts'
import type { TaskRequest } from '../core/task/task-parts.ts'

/** An agent who arrives for a shift and opens the panel. */
export interface Comer {
  readonly comesAfterMs: number
  /** Sends the requests that a panel sends before its agent can create a task. */
  readonly openPanel: () => Promise<unknown>
  readonly createTask: (attempt: Attempt<TaskRequest>) => Promise<CreatedTask>
  readonly request: TaskRequest
}

/** The result of one agent's task. */
export interface Fate {
  readonly askedMs: number
  readonly endedMs: number
  readonly task: CreatedTask | undefined
  /** The codes of all problems on the way, including `busy`. */
  readonly problems: readonly string[]
}

export interface ShiftClock {
  readonly nowMs: () => number
  readonly wait: (milliseconds: number) => Promise<void>
}

/** Longer than the proxy caches a verified contact, so that it calls Connect again. */
const writesForMs = 4_000

const codeOf = (error: unknown) => (error instanceof TaskClientError ? error.failure.code : String(error))

async function beginShift(comer: Comer, { nowMs, wait }: ShiftClock): Promise<Fate> {
  const problems: string[] = []
  const noting = (error: unknown) => {
    problems.push(codeOf(error))
    throw error
  }
  const submission = createSubmission<TaskRequest, CreatedTask>({
    send: (attempt) => comer.createTask(attempt).catch(noting),
    newToken: () => crypto.randomUUID(),
    wait,
    now: nowMs,
  })
  await wait(comer.comesAfterMs)
  await comer.openPanel().catch((error: unknown) => problems.push(codeOf(error)))
  await wait(writesForMs)
  const askedMs = nowMs()
  await submission.submit(comer.request)
  const state = submission.getSnapshot()
  return { askedMs, endedMs: nowMs(), problems, task: state.status === 'done' ? state.result : undefined }
}

/** Each agent arrives at their time, opens the panel and creates one task. The client retries as the panel does. */
export const changeShift = (comers: readonly Comer[], clock: ShiftClock): Promise<Fate[]> =>
  Promise.all(comers.map((comer) => beginShift(comer, clock)))

/** Spreads `count` times evenly over `withinMs`, in a fixed shuffled order. */
export const scattered = (count: number, withinMs: number): number[] =>
  Array.from({ length: count }, (_, index) => ((index * 7_919) % count) * (withinMs / count))

export interface ShiftFigures {
  /** From the first request to the last task. */
  readonly tookMs: number
  readonly allowedMs: number
  readonly medianWaitMs: number
  readonly longestWaitMs: number
}

/** The earliest time at which a token bucket lets the last of these calls begin; no call begins before its request. */
function earliestEndMs(askedMs: readonly number[], rate: { perSecond: number; burst: number }): number {
  const msForOne = 1_000 / rate.perSecond
  // The bucket is full again at this time.
  let filledAtMs = -Infinity
  let lastMs = -Infinity
  for (const at of askedMs.toSorted((one, other) => one - other)) {
    lastMs = Math.max(at, filledAtMs - (rate.burst - 1) * msForOne)
    filledAtMs = Math.max(filledAtMs, lastMs) + msForOne
  }
  return lastMs
}

export function shiftFigures(
  fates: readonly Fate[],
  rate: { readonly perSecond: number; readonly burst: number },
): ShiftFigures {
  const asked = fates.map(({ askedMs }) => askedMs)
  const firstMs = Math.min(...asked)
  const waits = fates.map(({ askedMs, endedMs }) => endedMs - askedMs).toSorted((one, other) => one - other)
  return {
    tookMs: Math.max(...fates.map(({ endedMs }) => endedMs)) - firstMs,
    allowedMs: earliestEndMs(asked, rate) - firstMs,
    medianWaitMs: waits[Math.floor(waits.length / 2)] ?? NaN,
    longestWaitMs: waits.at(-1) ?? NaN,
  }
}
