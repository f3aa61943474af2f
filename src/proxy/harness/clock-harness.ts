import { setImmediate as rest, setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../rates/clock.ts'

/** A clock that stands still until a test lets time pass. Alarms then ring in their order. */
export interface StandingClock extends Clock {
  readonly passTime: (milliseconds: number) => Promise<void>
  /**
   * Lets time pass in small steps until work is done that partly waits for this clock. After each step all pending events are
   * handled, so a loaded machine slows the clock and the work alike.
   */
  readonly passTimeDuring: <Result>(work: Promise<Result>) => Promise<Result>
}

const stepMs = 20

export function createStandingClock(): StandingClock {
  let now = 0
  const alarms = new Set<{ readonly atMs: number; readonly wake: () => void }>()
  const nextUntil = (endMs: number) =>
    [...alarms].filter(({ atMs }) => atMs <= endMs).toSorted((one, other) => one.atMs - other.atMs)[0]
  async function passTime(milliseconds: number) {
    const endMs = now + milliseconds
    await rest()
    for (let alarm = nextUntil(endMs); alarm; alarm = nextUntil(endMs)) {
      alarms.delete(alarm)
      now = alarm.atMs
      alarm.wake()
      // An alarm may set the next one.
      await rest()
    }
    now = endMs
  }

  return {
    nowMs: () => now,
    wakeIn(milliseconds, wake) {
      const alarm = { atMs: now + milliseconds, wake }
      alarms.add(alarm)
      return () => alarms.delete(alarm)
    },
    passTime,
    async passTimeDuring(work) {
      const done = new AbortController()
      const watching = Promise.allSettled([work]).then(() => done.abort())
      while (!done.signal.aborted) {
        await passTime(stepMs)
        // The network takes real time.
        await sleep(1)
      }
      await watching
      return work
    },
  }
}

/** A clock that runs this many times faster than the machine’s. */
export function createFastClock(times: number): Clock {
  return {
    nowMs: () => performance.now() * times,
    wakeIn(milliseconds, wake) {
      const timer = setTimeout(wake, milliseconds / times)
      return () => clearTimeout(timer)
    },
  }
}
