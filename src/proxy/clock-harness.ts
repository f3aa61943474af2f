import { setImmediate as rest } from 'node:timers/promises'
import type { Clock } from './rate-limiter.ts'

/** A clock that stands until a test lets time pass; every alarm then rings in its order. */
export interface StandingClock extends Clock {
  readonly passTime: (milliseconds: number) => Promise<void>
}

export function createStandingClock(): StandingClock {
  let now = 0
  const alarms = new Set<{ readonly atMs: number; readonly wake: () => void }>()
  const nextUntil = (endMs: number) =>
    [...alarms].filter(({ atMs }) => atMs <= endMs).toSorted((one, other) => one.atMs - other.atMs)[0]
  return {
    nowMs: () => now,
    wakeIn(milliseconds, wake) {
      const alarm = { atMs: now + milliseconds, wake }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
    async passTime(milliseconds) {
      const endMs = now + milliseconds
      await rest()
      for (let alarm = nextUntil(endMs); alarm; alarm = nextUntil(endMs)) {
        alarms.delete(alarm)
        now = alarm.atMs
        alarm.wake()
        // What an alarm sets going may set the next one.
        // oxlint-disable-next-line no-await-in-loop
        await rest()
      }
      now = endMs
    },
  }
}

/** A clock that runs so many times faster than the machine's. */
export function createFastClock(times: number): Clock {
  return {
    nowMs: () => performance.now() * times,
    wakeIn(milliseconds, wake) {
      const timer = setTimeout(wake, milliseconds / times)
      return () => clearTimeout(timer)
    },
  }
}
