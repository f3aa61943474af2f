import { setTimeout as wait } from 'node:timers/promises'
import { startTaskContact } from '../simulators/connect/start-task-contact.ts'
import { crowdAt } from './crowd.ts'
import { usage, withProxy } from './measured-proxy.ts'
import { changeShift, shiftFigures, type ShiftFigures } from './shift-change.ts'

export interface ShiftChange extends ShiftFigures {
  readonly tasks: number
  /** Tasks that no agent has been told of, or that were made for an agent who had one. */
  readonly duplicates: number
  readonly withoutTask: number
  /** Each agent's askings beyond the first. */
  readonly askedAgain: number
  /** Everything that an agent's client met except being told to come back. */
  readonly errors: number
  readonly throttledByConnect: number
  readonly residentBytes: { readonly before: number; readonly most: number; readonly after: number }
}

const sampledEveryMs = 500

/** Agents who come within a time, against the built proxy and a Connect that keeps to its documented rates, in real time. */
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
