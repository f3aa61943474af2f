import { issuesLimit } from '../contract/problems/problem.ts'
import { attemptOf, createTaskSchema, withKnownFiles } from '../contract/tasks/task-request.ts'
import type { FieldRules } from '../core/task/task-parts.ts'
import { checkTask } from '../core/creating/check-task.ts'
import { hostileBodies } from './hostile-shapes.ts'

export interface HostileBodyCost {
  readonly shape: string
  readonly bytes: number
  /** The time of `JSON.parse` alone. */
  readonly parseMs: number
  /** The time from the text of the body to its refusal, including the parse. */
  readonly handleMs: number
}

/** The longest time of a refusal, in times of `JSON.parse`. */
export const ratioGoal = 3

/**
 * Any body may take this long: an ordinary task costs the proxy more. The ratio alone would be unfair to a small body, which is
 * parsed in a hundredth of the time that checking its URLs takes.
 */
export const freeMs = 1.5

export const isWithinGoal = ({ parseMs, handleMs }: HostileBodyCost): boolean =>
  handleMs <= ratioGoal * parseMs || handleMs < freeMs

/** A policy of the largest size, because each address is looked up in it. */
const rules: FieldRules = {
  references: { urlHosts: Array.from({ length: 1_000 }, (_, index) => `*.shop${index}.example`) },
  attributes: { byKey: { reason: { isRequired: true } } },
}

const rounds = 20

/** The best of several runs, because other load on the machine only adds time. */
function bestMs(work: () => unknown): number {
  let best = Infinity
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = performance.now()
    work()
    best = Math.min(best, performance.now() - startedAt)
  }
  return best
}

function handle(text: string): boolean {
  const read = createTaskSchema.safeParse(JSON.parse(text))
  if (!read.success) return false
  const { request } = attemptOf(withKnownFiles(read.data))
  const circumstances = { now: new Date(), scheduleHorizonDays: 6, fieldRules: rules }
  return checkTask(request, circumstances, issuesLimit).ok
}

/** The cost of each hostile body, the longest first. */
export const measureHostileBodies = (): readonly HostileBodyCost[] =>
  Object.entries(hostileBodies)
    .map(([shape, body]) => {
      const text = JSON.stringify(body)
      return {
        shape,
        bytes: Buffer.byteLength(text),
        parseMs: bestMs(() => JSON.parse(text)),
        handleMs: bestMs(() => handle(text)),
      }
    })
    .toSorted((one, other) => other.handleMs - one.handleMs)
