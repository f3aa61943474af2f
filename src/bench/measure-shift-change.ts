import { setTimeout as wait } from 'node:timers/promises'
import { startTaskContact } from '../simulators/connect/operations/start-task-contact.ts'
import { crowdAt } from './crowd.ts'
import { usage, withProxy } from './measured-proxy.ts'
import { changeShift, shiftFigures, type ShiftFigures } from './shift-change.ts'

export interface ShiftChange extends ShiftFigures {
  readonly tasks: number
  /** Tasks beyond the first of each agent. */
  readonly duplicates: number
  readonly withoutTask: number
  /** Requests that the proxy answered with `busy`. */
  readonly askedAgain: number
  /** Problems other than `busy`. */
  readonly errors: number
  readonly throttledByConnect: number
  readonly residentBytes: { readonly before: number; readonly most: number; readonly after: number }
}

const sampledEveryMs = 500

/** Runs agents in real time against the built proxy and a Connect simulator that enforces the documented rates. */
export const measureShiftChange = (agents: number, withinMs: number): Promise<ShiftChange> =>
  withProxy(
    async ({ origin, pid }, { connect, identity }) => {
      const crowd = await crowdAt({ connect, identity, origin }, agents, withinMs)
      const resident = [usage(pid).residentBytes]
      const sampling = setInterval(() => resident.push(usage(pid).residentBytes), sampledEveryMs)
      const clock = { nowMs: () => performance.now(), wait: (ms: number) => wait(ms) }
      const fates = await changeShift(crowd, clock)
      clearInterval(sampling)
      const problems = fates.flatMap((fate) => fate.problems)
      const askedAgain = problems.filter((code) => code === 'busy').length
      const served = new Set(connect.tasks.map(({ createdByUser }) => createdByUser))
      return {
        ...shiftFigures(fates, startTaskContact.rate),
        tasks: connect.tasks.length,
        duplicates: connect.tasks.length - served.size,
        withoutTask: fates.filter(({ task }) => task === undefined).length,
        askedAgain,
        errors: problems.length - askedAgain,
        throttledByConnect: connect.received.filter(({ status }) => status === 429).length,
        residentBytes: {
          before: resident[0] ?? NaN,
          most: Math.max(...resident),
          after: usage(pid).residentBytes,
        },
      }
    },
    { CONNECT_RATES: '' },
  )
